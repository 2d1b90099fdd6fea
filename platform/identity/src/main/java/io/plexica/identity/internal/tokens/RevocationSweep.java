package io.plexica.identity.internal.tokens;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.jobs.PlatformJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets revocations of what has expired by itself. */
@Component
public final class RevocationSweep implements PlatformJob {

    private final Database database;

    /** Sweeps in the database. */
    @Activate
    public RevocationSweep(
            @Reference Database database, @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.database = database;
    }

    @Override
    public String name() {
        return "identity.revocations";
    }

    @Override
    public String schedule() {
        return "PT10M";
    }

    @Override
    public void run() {
        database.core(RevocationRows::deleteExpired);
    }
}
