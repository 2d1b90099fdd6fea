package io.plexica.jobs.internal;

import io.plexica.spi.data.RoomMigrations;
import org.osgi.service.component.annotations.Component;

/** The tables of jobs and their runs, and the functions through which plugins ask for runs. */
@Component
public final class JobsMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "jobs";
    }
}
