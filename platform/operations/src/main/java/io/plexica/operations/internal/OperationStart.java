package io.plexica.operations.internal;

import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operation before it begins.
 *
 * @param about the tenant that the platform's own work is about; null for none
 */
record OperationStart(
        UUID id,
        String type,
        @Nullable String tenantSlug,
        @Nullable String about,
        @Nullable UUID startedBy,
        String traceId) {

    static OperationStart of(
            String type, @Nullable String tenantSlug, @Nullable String about, ExecutionContext context) {
        Principal principal = context.principal();
        return new OperationStart(
                UUID.randomUUID(),
                type,
                tenantSlug,
                about,
                principal == null ? null : principal.id(),
                context.traceId());
    }
}
