package io.plexica.spi.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way.
 *
 * @param number its place among all events
 * @param tenantSlug null for one outside any
 * @param aggregate what it is about: plugin, entity and identifier, such as {@code crm.contact/42}
 * @param payload JSON text, an object
 * @param traceId empty when there was none
 */
public record CarriedEvent(
        long number,
        UUID id,
        String name,
        @Nullable String tenantSlug,
        String aggregate,
        @Nullable UUID workspaceId,
        @Nullable UUID userId,
        String traceId,
        Instant at,
        String payload) {

    /** Without the payload, which may be private. */
    @Override
    public String toString() {
        return name + " " + id + (tenantSlug == null ? "" : " of " + tenantSlug);
    }
}
