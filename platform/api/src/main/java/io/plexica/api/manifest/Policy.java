package io.plexica.api.manifest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that narrows what roles grant.
 *
 * @param permission a key or a pattern under the plugin's id
 * @param effect {@code ALLOW} or {@code DENY}
 * @param conditions as parsed JSON
 * @param priority orders explanations, never the outcome
 */
public record Policy(
        String name,
        @Nullable String description,
        String permission,
        String effect,
        Map<String, Object> conditions,
        int priority) {

    public Policy {
        conditions = Map.copyOf(conditions);
    }
}
