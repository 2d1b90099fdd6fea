package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single values; each adds what is wrong to a list. Pure. */
final class Texts {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_JSON = 65_536;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    /** An escaped NUL in JSON text, but not an escaped backslash before the letters. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private final List<FieldError> errors;

    Texts(List<FieldError> errors) {
        this.errors = errors;
    }

    void name(String pointer, @Nullable String name) {
        if (name == null) {
            wrong(pointer, "is required");
        } else if (name.isBlank() || length(name) > LONGEST_NAME) {
            wrong(pointer, "must have 1 to " + LONGEST_NAME + " characters, not all blank");
        } else if (hasControls(name)) {
            wrong(pointer, "must not contain control characters");
        }
    }

    void optionalName(String pointer, @Nullable String name) {
        if (name != null) {
            name(pointer, name);
        }
    }

    void email(String pointer, @Nullable String email) {
        if (email == null) {
            wrong(pointer, "is required");
        } else if (!EMAIL.matcher(email).matches()) {
            wrong(pointer, "must be an e-mail address such as 'ada@example.com'");
        }
    }

    void password(String pointer, @Nullable String password) {
        if (password == null) {
            return;
        }
        if (length(password) < 8 || length(password) > 128) {
            wrong(pointer, "must have 8 to 128 characters; leave it out to send an invitation instead");
        } else if (hasControls(password)) {
            wrong(pointer, "must not contain control characters");
        }
    }

    void oneOf(String pointer, String value, List<String> possible) {
        if (!possible.contains(value)) {
            wrong(pointer, "must be one of " + String.join(", ", possible));
        }
    }

    void object(String pointer, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return;
        }
        if (!(node instanceof ObjectNode)) {
            wrong(pointer, "must be a JSON object");
            return;
        }
        String text = node.toString();
        if (text.length() > LONGEST_JSON) {
            wrong(pointer, "must not be longer than " + LONGEST_JSON + " characters of JSON");
        } else if (NUL.matcher(text).find()) {
            wrong(pointer, "must not contain the character NUL");
        }
    }

    void wrong(String pointer, String message) {
        errors.add(new FieldError(pointer, message));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
