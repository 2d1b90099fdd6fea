package io.plexica.operations.internal;

import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an operation before it begins. */
record Beginning(
        UUID id,
        String type,
        @Nullable String tenantSlug,
        @Nullable UUID startedBy,
        String traceId) {

    static Beginning of(String type, @Nullable String tenantSlug, ExecutionContext context) {
        Principal principal = context.principal();
        return new Beginning(
                UUID.randomUUID(), type, tenantSlug, principal == null ? null : principal.id(), context.traceId());
    }
}
