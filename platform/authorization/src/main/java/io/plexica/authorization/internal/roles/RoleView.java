package io.plexica.authorization.internal.roles;

import io.plexica.authorization.internal.store.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role as the API shows it. */
public record RoleView(
        UUID id,
        String name,
        @Nullable String description,
        List<String> permissions,
        boolean system,
        Instant createdAt,
        Instant updatedAt) {

    public static RoleView of(Role role) {
        return new RoleView(
                role.id(),
                role.name(),
                role.description(),
                role.permissions(),
                role.system(),
                role.createdAt(),
                role.updatedAt());
    }
}
