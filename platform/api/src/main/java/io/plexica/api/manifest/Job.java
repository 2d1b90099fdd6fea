package io.plexica.api.manifest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Work at a time or an interval, once for each tenant.
 *
 * @param schedule a cron expression or an ISO 8601 interval; null for a job that runs when the plugin asks for it
 * @param timeout how long a run may take; null is the platform's to say
 */
public record Job(
        String name, @Nullable String schedule, @Nullable Duration timeout) {}
