package io.plexica.plugins.analytics.internal.days;

import io.plexica.api.jobs.HandlesJob;
import io.plexica.api.jobs.JobHandler;
import io.plexica.api.jobs.JobRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds up the days that are over, each night. Whatever was missed goes with the next night. */
@Component
@HandlesJob(name = "nightly-figures")
public final class NightlyFigures implements JobHandler {

    private final Days days;

    @Activate
    public NightlyFigures(@Reference Days days) {
        this.days = days;
    }

    @Override
    public void run(JobRun run) throws Exception {
        days.addUp(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
    }
}
