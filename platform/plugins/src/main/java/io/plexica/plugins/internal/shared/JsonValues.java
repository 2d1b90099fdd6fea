package io.plexica.plugins.internal.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into JSON and back, within bounds. What plugins hand in is copied piece by piece, never shown to Jackson,
 * which would remember its classes. Safe for all threads.
 */
final class JsonValues {

    static final int MOST_BYTES = 64 * 1024;
    static final int MOST_LEVELS = 32;

    /** PostgreSQL's numbers and those of most readers end long after that. */
    private static final int LARGEST_EXPONENT = 300;

    private static final String POINTER = "/value";
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(NODES)
            .build();

    private JsonValues() {}

    /**
     * A value of a plugin's as JSON.
     *
     * @throws PlexicaException {@code validation-failed} for what JSON cannot say
     */
    static JsonNode of(@Nullable Object value) {
        return of(value, 1);
    }

    /**
     * The text of a value that is within bounds.
     *
     * @throws PlexicaException {@code validation-failed} for one that is not
     */
    static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            throw refusal("is required; to take a value away, delete it");
        }
        check(value, 1);
        String text = value.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw refusal("must take at most " + MOST_BYTES / 1024 + " KiB");
        }
        return text;
    }

    /** What was kept. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database returns JSON that is none", e);
        }
    }

    /** JSON as a plugin gets it. */
    static Object plain(JsonNode value) {
        try {
            return MAPPER.treeToValue(value, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON always has a plain form", e);
        }
    }

    private static JsonNode of(@Nullable Object value, int level) {
        demandLevel(level);
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, member) -> object.set(text(key), of(member, level + 1)));
            return object;
        }
        if (value instanceof Iterable<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(of(item, level + 1)));
            return array;
        }
        if (value instanceof CharSequence text) {
            return NODES.textNode(text.toString());
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        throw refusal("must be what JSON can say; a " + value.getClass().getName() + " is not");
    }

    private static JsonNode number(Number number) {
        if (List.of(Byte.class, Short.class, Integer.class, Long.class).contains(number.getClass())) {
            return NODES.numberNode(number.longValue());
        }
        if (number instanceof BigInteger whole) {
            return NODES.numberNode(whole);
        }
        try {
            return NODES.numberNode(new BigDecimal(number.toString()));
        } catch (NumberFormatException e) {
            throw refusal("must be what JSON can say; the number " + number + " is not");
        }
    }

    private static String text(@Nullable Object key) {
        if (key instanceof CharSequence text) {
            return text.toString();
        }
        throw refusal("must have text as keys of maps");
    }

    private static void check(JsonNode value, int level) {
        demandLevel(level);
        value.properties().forEach(member -> demandText(member.getKey()));
        value.forEach(child -> check(child, level + 1));
        if (value.isTextual()) {
            demandText(value.textValue());
        } else if (value.isPojo() || value.isBinary()) {
            throw refusal("must be what JSON can say");
        } else if (value.isNumber()) {
            demandNumber(value);
        }
    }

    private static void demandLevel(int level) {
        if (level > MOST_LEVELS) {
            throw refusal("must have at most " + MOST_LEVELS + " levels");
        }
    }

    private static void demandText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw refusal("must not contain the character NUL");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw refusal("must not contain half a character");
        }
    }

    private static void demandNumber(JsonNode value) {
        boolean endless =
                value.isFloatingPointNumber() && !value.isBigDecimal() && !Double.isFinite(value.doubleValue());
        BigDecimal number = endless ? BigDecimal.ZERO : value.decimalValue();
        if (endless
                || Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
                || Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            throw refusal("must not contain numbers beyond 1e" + LARGEST_EXPONENT);
        }
    }

    private static PlexicaException refusal(String message) {
        return PlexicaException.validation(new FieldError(POINTER, message));
    }
}
