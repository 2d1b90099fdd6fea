package io.plexica.plugins.internal.shared;

import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.data.Database;
import io.plexica.spi.jobs.Pieces;
import io.plexica.spi.jobs.PlatformJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes shared values whose time is over. Nobody sees them any more, so there is no hurry. */
@Component
public final class SharedSweep implements PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(SharedSweep.class);
    private static final int PIECE = 5_000;

    private final Database database;
    private final SharedStore store;

    /** Sweeps in the database. */
    @Activate
    public SharedSweep(@Reference Database database, @Reference SharedStore store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public String name() {
        return "plugins.shared-data";
    }

    @Override
    public String schedule() {
        return "PT5M";
    }

    @Override
    public void run() {
        long gone = Pieces.all(PIECE, () -> Transactions.alone(database, () -> store.sweep(PIECE)));
        LOG.debug("{} shared values have expired", gone);
    }
}
