package io.plexica.api.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A kind of document with its fields, declared once:
 *
 * <pre>{@code
 * static final DocumentType CONTACT = DocumentType.of("contact").title("name").text("company").keyword("city");
 * }</pre>
 *
 * <p>Names, of types and of fields, are of 1 to 40 letters and digits and begin with a lower-case letter. Whoever changes the
 * fields of a type has its index made anew.
 *
 * @param name its name, within the plugin
 * @param language in which language texts are, as ISO 639-1 has it: words are then found by other forms of them too; empty
 *     for none, or for one that the platform does not know
 * @param workspaceScoped whether documents belong to the workspace in which they are written, and are found there alone
 * @param fields its fields, in their order
 */
public record DocumentType(String name, String language, boolean workspaceScoped, Map<String, FieldKind> fields) {

    private static final String NAME = "[a-z][A-Za-z0-9]{0,39}";
    private static final int MOST_FIELDS = 40;

    public DocumentType {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("The name of a type must be of the form " + NAME + ": " + name);
        }
        if (!language.matches("([a-z]{2})?")) {
            throw new IllegalArgumentException("A language is two letters such as en, not " + language);
        }
        if (fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException("The type " + name + " has more than " + MOST_FIELDS + " fields");
        }
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A type without fields, of documents that belong to their workspace. */
    public static DocumentType of(String name) {
        return new DocumentType(name, "", true, Map.of());
    }

    /** The same with texts in a language. */
    public DocumentType in(String code) {
        return new DocumentType(name, code, workspaceScoped, fields);
    }

    /** The same of documents that the whole tenant shares. */
    public DocumentType acrossWorkspaces() {
        return new DocumentType(name, language, false, fields);
    }

    /** The same with one more {@link FieldKind#TITLE}. */
    public DocumentType title(String field) {
        return with(field, FieldKind.TITLE);
    }

    /** The same with one more {@link FieldKind#TEXT}. */
    public DocumentType text(String field) {
        return with(field, FieldKind.TEXT);
    }

    /** The same with one more {@link FieldKind#KEYWORD}. */
    public DocumentType keyword(String field) {
        return with(field, FieldKind.KEYWORD);
    }

    /** The same with one more {@link FieldKind#NUMBER}. */
    public DocumentType number(String field) {
        return with(field, FieldKind.NUMBER);
    }

    /** The same with one more {@link FieldKind#MOMENT}. */
    public DocumentType moment(String field) {
        return with(field, FieldKind.MOMENT);
    }

    private DocumentType with(String field, FieldKind kind) {
        if (!field.matches(NAME)) {
            throw new IllegalArgumentException("The name of a field must be of the form " + NAME + ": " + field);
        }
        Map<String, FieldKind> more = new LinkedHashMap<>(fields);
        if (more.put(field, kind) != null) {
            throw new IllegalArgumentException("The type " + name + " has the field " + field + " twice");
        }
        return new DocumentType(name, language, workspaceScoped, more);
    }
}
