package io.plexica.authorization.internal.body;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Between JSON, values and the maps and lists that the engine reads. Numbers stay exact. */
public final class Bodies {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private Bodies() {}

    /** The members of a value, as the API shows them. */
    public static ObjectNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** Maps, lists and scalars; null for null. */
    public static @Nullable Object plain(@Nullable JsonNode json) {
        return json == null ? null : JSON.convertValue(json, Object.class);
    }

    /** What a body calls the thing that it describes; empty when it does not say. */
    public static String name(@Nullable JsonNode body) {
        return body == null ? "" : body.path("name").asText();
    }

    /** What a text holds. */
    public static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("This is no JSON: " + e.getMessage(), e);
        }
    }
}
