package io.plexica.authorization.internal.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON merge patch, RFC 7396. */
public final class MergePatch {

    private MergePatch() {}

    /**
     * An object after a patch.
     *
     * @throws PlexicaException {@code validation-failed} for a patch that is no object
     */
    public static JsonNode apply(ObjectNode present, @Nullable JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is to change"));
        }
        return merge(present.deepCopy(), changes);
    }

    private static JsonNode merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value instanceof ObjectNode nested) {
                ObjectNode inner = target.get(change.getKey()) instanceof ObjectNode known
                        ? known
                        : target.putObject(change.getKey());
                merge(inner, nested);
            } else {
                target.set(change.getKey(), value);
            }
        }
        return target;
    }
}
