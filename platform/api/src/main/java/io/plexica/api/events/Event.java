package io.plexica.api.events;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened in the current tenant.
 *
 * @param id the same at every delivery
 * @param name {@code <plugin>.<entity>.<event>}
 * @param aggregateId identifier of the thing that it is about
 * @param at when it was published
 * @param workspaceId the workspace in which it happened; null outside any
 * @param userId who made it happen; null for nobody in person
 * @param traceId ties it to the call from which it came
 * @param payload what happened, a JSON object as Java values; it can hold nulls
 */
public record Event(
        UUID id,
        String name,
        String aggregateId,
        Instant at,
        @Nullable UUID workspaceId,
        @Nullable UUID userId,
        String traceId,
        Map<String, Object> payload) {

    public Event {
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }
}
