package io.plexica.tenancy.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON merge patch, RFC 7396. Pure. */
public final class MergePatch {

    /** Numbers stay as they were written, to the last digit. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private MergePatch() {}

    /** The object as text after the patch; a patch of null empties it. */
    public static String apply(String object, JsonNode patch) {
        ObjectNode target = patch.isNull() ? JSON.createObjectNode() : read(object);
        if (patch instanceof ObjectNode changes) {
            merge(target, changes);
        }
        return target.toString();
    }

    /** Text of a JSON object as a tree. */
    public static ObjectNode read(String object) {
        try {
            return (ObjectNode) JSON.readTree(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that cannot be read", e);
        }
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value instanceof ObjectNode changes) {
                JsonNode present = target.get(member.getKey());
                ObjectNode child = present instanceof ObjectNode there ? there : JSON.createObjectNode();
                merge(child, changes);
                target.set(member.getKey(), child);
            } else {
                target.set(member.getKey(), value);
            }
        }
    }
}
