package io.plexica.jobs.internal.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job in a tenant, or of the platform itself.
 *
 * @param tenantSlug the tenant; empty for a job of the platform itself
 * @param schedule a cron expression or an interval; null for a single run
 * @param zone the time zone of the expression
 * @param wantedAt when a single run is wanted; null for a job with a schedule
 * @param payload what a single run is told, as JSON text
 * @param byHand whether somebody asked for a run that is not over yet
 * @param dueAt when it is due; null while it waits for something else
 * @param running whether a node has it
 * @param failures how often it has failed in a row
 */
public record JobRow(
        UUID id,
        String tenantSlug,
        String pluginId,
        String name,
        @Nullable String schedule,
        String zone,
        @Nullable Instant wantedAt,
        String payload,
        boolean paused,
        boolean byHand,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        boolean running,
        int failures) {

    /** Whether it is the platform's own. */
    public boolean isOfPlatform() {
        return tenantSlug.isEmpty();
    }

    /** Whether it waits for being resumed: one that somebody asked for runs all the same. */
    public boolean isHeld() {
        return paused && !byHand;
    }

    /** Whether it ends with its run. */
    public boolean isSingle() {
        return schedule == null;
    }

    @Override
    public String toString() {
        return isOfPlatform()
                ? "job " + name + " of the platform"
                : "job " + name + " of " + pluginId + " in " + tenantSlug;
    }
}
