package io.plexica.jobs.internal.admin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.jobs.internal.store.JobRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as people see it.
 *
 * @param tenant its tenant; null for a job of the platform itself
 * @param schedule a cron expression or an interval; null for a single run that the plugin asked for
 * @param status {@code SCHEDULED}, {@code RUNNING}, {@code PAUSED}, or {@code WAITING} for its tenant or plugin to be active
 * @param failures how often it has failed in a row
 * @param lastRun what became of it last; null before the first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record JobView(
        UUID id,
        @Nullable String tenant,
        String plugin,
        String name,
        @Nullable String schedule,
        String timeZone,
        String status,
        @Nullable Instant nextRunAt,
        int failures,
        @Nullable LastRun lastRun,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version) {

    static JobView of(JobRow job, @Nullable LastRun last) {
        return new JobView(
                job.id(),
                job.isOfPlatform() ? null : job.tenantSlug(),
                job.pluginId(),
                job.name(),
                job.schedule(),
                job.zone(),
                status(job),
                job.running() ? null : job.dueAt(),
                job.failures(),
                last,
                job.createdAt(),
                job.updatedAt(),
                job.version());
    }

    static String status(JobRow job) {
        if (job.running()) {
            return "RUNNING";
        }
        if (job.isHeld()) {
            return "PAUSED";
        }
        return job.dueAt() == null ? "WAITING" : "SCHEDULED";
    }

    /**
     * The end of the last run.
     *
     * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED} or {@code CUT_OFF}
     */
    public record LastRun(
            String status,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String error) {}
}
