package io.plexica.authorization.internal.store;

import io.plexica.authorization.internal.engine.Policy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy with what is kept about it.
 *
 * @param rule what it says
 * @param plugin the plugin that brought it; null where none did
 * @param version grows with each change
 */
public record StoredPolicy(
        Policy rule,
        @Nullable String description,
        Source source,
        @Nullable String plugin,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Its id. */
    public UUID id() {
        return rule.id();
    }
}
