package io.plexica.jobs.internal.admin;

import io.plexica.jobs.internal.store.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job as people see it.
 *
 * @param trigger who asked for it: {@code SCHEDULE}, {@code HAND} or {@code PLUGIN}
 * @param version the plugin's version that did it; null for a job of the platform itself
 * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, or {@code CUT_OFF} when its node ended in the middle
 */
public record RunView(
        UUID id,
        String plugin,
        String job,
        @Nullable String version,
        String trigger,
        int attempt,
        String node,
        String status,
        Instant dueAt,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMillis,
        @Nullable String error) {

    static RunView of(RunRow run) {
        Instant end = run.finishedAt();
        return new RunView(
                run.id(),
                run.plugin(),
                run.job(),
                run.version().isEmpty() ? null : run.version(),
                run.trigger(),
                run.attempt(),
                run.node(),
                run.status(),
                run.dueAt(),
                run.startedAt(),
                end,
                end == null ? null : Duration.between(run.startedAt(), end).toMillis(),
                run.error());
    }
}
