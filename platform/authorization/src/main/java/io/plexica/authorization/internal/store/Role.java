package io.plexica.authorization.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role of a tenant.
 *
 * @param permissions its keys and patterns, in order
 * @param system whether every tenant has it; such a role is never renamed or deleted
 * @param version grows with each change
 */
public record Role(
        UUID id,
        String name,
        @Nullable String description,
        List<String> permissions,
        boolean system,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public Role {
        permissions = List.copyOf(permissions);
    }
}
