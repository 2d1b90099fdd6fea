package io.plexica.authorization.internal.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that conditions may read.
 *
 * @param user who asks
 * @param workspace where; empty outside a workspace
 * @param environment when and from where
 * @param resource what about; null when it is not known at all, which is something else than one without attributes
 */
public record EvaluationContext(
        Map<String, ?> user,
        Map<String, ?> workspace,
        Environment environment,
        @Nullable Map<String, ?> resource) {

    /** Whether nothing of what the attribute tells about is known, not even whether it is there. */
    boolean hides(Attribute attribute) {
        return resource == null && attribute.root() == AttributeRoot.RESOURCE;
    }

    /** The value, made comparable; null when it is missing. */
    @Nullable
    Object value(Attribute attribute) {
        List<String> path = attribute.path();
        return switch (attribute.root()) {
            case USER -> walk(user, path);
            case WORKSPACE -> walk(workspace, path);
            case RESOURCE -> resource == null ? null : walk(resource, path);
            case ENVIRONMENT -> path.size() == 1 ? Values.of(environment.get(path.get(0))) : null;
        };
    }

    private static @Nullable Object walk(Map<String, ?> from, List<String> path) {
        Object value = from;
        for (int i = 0; i < path.size(); i++) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = Values.of(map.get(path.get(i)));
        }
        return value;
    }
}
