package io.plexica.search.internal.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.FieldKind;
import io.plexica.api.search.SearchDocument;
import io.plexica.spi.search.Entry.Body;
import io.plexica.spi.search.Words;
import io.plexica.spi.web.Checks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents in the form that engines take. */
public final class DocumentBodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_KEYWORD = 500;
    private static final int MOST_KEYWORDS = 100;

    /** What is longer is not read when it is found. */
    private static final int LONGEST_NUMBER = 1_000;

    private final DocumentType type;
    private final Checks checks = new Checks();
    private final List<String> title = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final Map<String, List<String>> keywords = new LinkedHashMap<>();
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, Object> stored = new LinkedHashMap<>();
    private int length;

    private DocumentBodies(DocumentType type) {
        this.type = type;
    }

    /**
     * A document's body.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed} with all that is wrong
     */
    public static Body of(DocumentType type, SearchDocument document) {
        DocumentBodies body = new DocumentBodies(type);
        checkId(body.checks, document.id());
        document.values().forEach(body::add);
        body.checks
                .unless(body.length <= LONGEST_TEXT, "/values", "must have at most 100000 characters together")
                .done();
        return body.done();
    }

    /** Checks a document's id alone. */
    public static void id(String id) {
        checkId(new Checks(), id).done();
    }

    private static Checks checkId(Checks checks, String id) {
        return checks.unless(!id.isEmpty(), "/id", "must not be empty").text("/id", id, LONGEST_ID);
    }

    private void add(String field, Object value) {
        String pointer = "/values/" + field;
        FieldKind kind = type.fields().get(field);
        if (kind == null) {
            checks.wrong(pointer, "is no field of the type " + type.name());
            return;
        }
        switch (kind) {
            case TITLE -> addText(pointer, field, value, title);
            case TEXT -> addText(pointer, field, value, text);
            case KEYWORD -> addKeywords(pointer, field, value);
            case NUMBER -> addNumber(pointer, field, value);
            case MOMENT -> addMoment(pointer, field, value);
        }
    }

    private void addText(String pointer, String field, Object value, List<String> words) {
        if (!(value instanceof String given)) {
            checks.wrong(pointer, "must be a text");
            return;
        }
        length += given.length();
        checks.unless(given.indexOf('\0') < 0, pointer, "must not contain the character NUL");
        stored.put(field, whole(given));
        if (length <= LONGEST_TEXT) {
            words.addAll(Words.plain(given));
        }
    }

    private void addKeywords(String pointer, String field, Object value) {
        List<?> given = value instanceof List<?> list ? list : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Object one : given) {
            if (one instanceof String keyword && keyword.length() <= LONGEST_KEYWORD && keyword.indexOf('\0') < 0) {
                texts.add(whole(keyword));
            } else {
                checks.wrong(pointer, "must be texts of at most 500 characters without NUL");
            }
        }
        checks.unless(given.size() <= MOST_KEYWORDS, pointer, "must be at most 100 texts");
        keywords.put(field, texts);
        stored.put(field, value instanceof List<?> ? texts : texts.isEmpty() ? "" : texts.get(0));
    }

    private void addNumber(String pointer, String field, Object value) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            checks.wrong(pointer, "must be a number");
        } else if (number.toString().length() > LONGEST_NUMBER) {
            checks.wrong(pointer, "must be a number of at most 1000 characters");
        } else {
            numbers.put(field, number.doubleValue());
            stored.put(field, number);
        }
    }

    private void addMoment(String pointer, String field, Object value) {
        if (value instanceof Instant moment) {
            numbers.put(field, (double) moment.toEpochMilli());
            stored.put(field, moment.toString());
        } else {
            checks.wrong(pointer, "must be an Instant");
        }
    }

    private Body done() {
        try {
            return new Body(
                    String.join(" ", title),
                    String.join(" ", text),
                    type.language(),
                    keywords,
                    numbers,
                    JSON.writeValueAsString(stored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers cannot be written as JSON", e);
        }
    }

    /** Half a character has no form in UTF-8, and would be refused by whoever keeps it. */
    private static String whole(String text) {
        return text.codePoints().anyMatch(DocumentBodies::isHalf)
                ? text.codePoints()
                        .map(letter -> isHalf(letter) ? '\ufffd' : letter)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isHalf(int letter) {
        return letter <= Character.MAX_VALUE && Character.isSurrogate((char) letter);
    }
}
