package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.util.UUID;

/** What the row of a job that is due is called by: {@code <plugin>/<job>}. */
record JobKey(String pluginId, UUID jobId) {

    /** The one task that the library knows. */
    static final String TASK = "job";

    static JobKey of(Execution execution) {
        String[] parts = execution.getId().split("/", 2);
        return new JobKey(parts[0], UUID.fromString(parts[1]));
    }
}
