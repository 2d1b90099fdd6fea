package io.plexica.events.internal.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that failed too often.
 *
 * @param id identifies the delivery
 * @param event the event's name
 * @param plugin the plugin that did not handle it
 * @param status {@code DEAD}, or {@code PENDING} once it is to be delivered again
 * @param reason why the last attempt failed; null when nobody can tell
 * @param createdAt when the event was published
 * @param updatedAt when it was last tried
 */
public record DeadLetter(
        UUID id,
        String tenant,
        String plugin,
        String event,
        UUID eventId,
        String aggregateId,
        Map<String, Object> payload,
        String status,
        int attempts,
        @Nullable String reason,
        String traceId,
        Instant createdAt,
        Instant updatedAt) {}
