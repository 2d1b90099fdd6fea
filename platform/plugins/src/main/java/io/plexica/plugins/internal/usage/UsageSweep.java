package io.plexica.plugins.internal.usage;

import io.plexica.plugins.internal.settings.LimitsSettings;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.data.Database;
import io.plexica.spi.jobs.Pieces;
import io.plexica.spi.jobs.PlatformJob;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes counts of days that are long past. */
@Component
public final class UsageSweep implements PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(UsageSweep.class);
    private static final int PIECE = 5_000;

    private final Database database;
    private final UsageStore store;
    private final LimitsSettings settings;

    /** Sweeps in the database. */
    @Activate
    public UsageSweep(@Reference Database database, @Reference UsageStore store, @Reference LimitsSettings settings) {
        this.database = database;
        this.store = store;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "plugins.usage";
    }

    @Override
    public String schedule() {
        return "PT1H";
    }

    @Override
    public void run() {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(settings.usageDays());
        long gone = Pieces.all(PIECE, () -> Transactions.alone(database, () -> store.sweep(first, PIECE)));
        LOG.debug("{} counts of days before {} have gone", gone, first);
    }
}
