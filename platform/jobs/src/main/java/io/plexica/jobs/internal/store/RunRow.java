package io.plexica.jobs.internal.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to do a job.
 *
 * @param trigger {@code SCHEDULE}, {@code HAND} or {@code PLUGIN}
 * @param version the plugin's version; empty for a job of the platform itself
 * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED} or {@code CUT_OFF}
 */
public record RunRow(
        UUID id,
        String tenant,
        String plugin,
        String job,
        String trigger,
        String version,
        int attempt,
        String node,
        Instant dueAt,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String status,
        @Nullable String error) {}
