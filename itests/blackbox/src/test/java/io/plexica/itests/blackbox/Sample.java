package io.plexica.itests.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Makes a value that a JSON Schema takes, as far as the schema tells. */
final class Sample {

    private static final int DEEPEST = 6;

    private final JsonNode schemas;

    private Sample(JsonNode schemas) {
        this.schemas = schemas;
    }

    static String of(JsonNode schema, JsonNode schemas) {
        return new Sample(schemas).value(schema, 0).toString();
    }

    private JsonNode value(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> JsonNodeFactory.instance.arrayNode();
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(1);
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "string" ->
                JsonNodeFactory.instance.textNode(text(schema.path("format").asText()));
            default -> JsonNodeFactory.instance.objectNode();
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (depth < DEEPEST) {
            for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
                object.set(member.getKey(), value(member.getValue(), depth + 1));
            }
        }
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            case "date-time" -> "2099-01-01T00:00:00Z";
            case "email" -> "sample@example.com";
            default -> "sample";
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
