package io.plexica.web.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what could not be kept as it came: the character NUL and halves of surrogate pairs, which PostgreSQL cannot store,
 * and numbers that a few characters blow up to thousands of digits.
 */
final class CleanTextParser extends JsonParserDelegate {

    private static final int MOST_CHARACTERS = 100;
    /** As far as a double reaches. */
    private static final int LARGEST_EXPONENT = 308;

    CleanTextParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        String problem = token == null
                ? null
                : switch (token) {
                    case VALUE_STRING, FIELD_NAME -> textProblem(getText());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numberProblem(getText());
                    default -> null;
                };
        if (problem != null) {
            throw new JsonParseException(this, problem);
        }
        return token;
    }

    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    private static @Nullable String textProblem(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                return "the character NUL must not occur in text";
            }
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                return "half of a surrogate pair must not occur in text";
            }
            i++;
        }
        return null;
    }

    private static @Nullable String numberProblem(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        String power = exponent < 0 ? "0" : number.substring(exponent + 1);
        boolean fits = number.length() <= MOST_CHARACTERS
                && power.length() <= 5
                && Math.abs(Integer.parseInt(power)) <= LARGEST_EXPONENT;
        return fits
                ? null
                : "a number must have at most " + MOST_CHARACTERS + " characters and an exponent from -"
                        + LARGEST_EXPONENT + " to " + LARGEST_EXPONENT;
    }
}
