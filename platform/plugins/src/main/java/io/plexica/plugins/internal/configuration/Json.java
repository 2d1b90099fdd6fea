package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings as trees and as plain values. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private Json() {}

    /** The tree of an object. */
    static ObjectNode object(Map<String, ?> values) {
        return MAPPER.valueToTree(values);
    }

    /** The tree of an object of a manifest, which keeps its members in no order: in that of their names. */
    static ObjectNode ordered(Map<String, ?> values) {
        return object(new TreeMap<>(values));
    }

    /** The value that a text is in JSON. */
    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written as JSON can be read as JSON", e);
        }
    }

    /** The plain value of a tree, unmodifiable to its depth. Members that are null are left out: they count as not set. */
    static Map<String, Object> plain(ObjectNode object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            Object value = value(member.getValue());
            if (value != null) {
                values.put(member.getKey(), value);
            }
        });
        return Collections.unmodifiableMap(values);
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> plain((ObjectNode) node);
            case ARRAY -> list(node);
            case STRING -> node.asText();
            case BOOLEAN -> node.asBoolean();
            case NUMBER -> node.numberValue();
            case BINARY, POJO -> node.toString();
            case NULL, MISSING -> null;
        };
    }

    private static List<Object> list(JsonNode array) {
        List<Object> values = new ArrayList<>();
        array.forEach(element -> {
            Object value = value(element);
            if (value != null) {
                values.add(value);
            }
        });
        return Collections.unmodifiableList(values);
    }
}
