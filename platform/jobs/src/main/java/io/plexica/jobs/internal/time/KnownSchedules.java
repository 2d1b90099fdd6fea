package io.plexica.jobs.internal.time;

import io.plexica.spi.jobs.Schedules;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Tells whoever looks at manifests which schedules there are. */
@Component
public final class KnownSchedules implements Schedules {

    @Override
    public @Nullable String problem(String schedule) {
        return ScheduleTimes.problem(schedule);
    }
}
