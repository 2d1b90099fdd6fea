package io.plexica.api.jobs;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One run of a job in the current tenant.
 *
 * @param id the same at every attempt of this run
 * @param name the job's name
 * @param dueAt when it was due
 * @param attempt 1 for the first, one more after each failure
 * @param payload what {@link Jobs#schedule} was given, a JSON object as Java values; it can hold nulls; empty for a job that
 *     its schedule called
 */
public record JobRun(UUID id, String name, Instant dueAt, int attempt, Map<String, Object> payload) {

    public JobRun {
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }
}
