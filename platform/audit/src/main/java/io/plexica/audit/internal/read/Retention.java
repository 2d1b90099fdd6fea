package io.plexica.audit.internal.read;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.jobs.Pieces;
import io.plexica.spi.jobs.PlatformJob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the oldest rows go, once a day, in batches that hold nobody up. Should two nodes do so at once, the database lets one at
 * a time, and who comes second finds nothing left to do.
 */
@Component(configurationPid = "io.plexica.audit", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Retention implements PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 20_000;

    private final Database database;
    private final int keepDays;

    @Activate
    public Retention(
            RetentionConfig config,
            @Reference Database database,
            @Reference(target = "(plexica.room=audit)") SchemaReady schemaReady) {
        this(database, config.auditRetention());
    }

    Retention(Database database, int keepDays) {
        this.database = database;
        this.keepDays = keepDays;
    }

    @Override
    public String name() {
        return "audit.retention";
    }

    @Override
    public String schedule() {
        return "P1D";
    }

    @Override
    public void run() {
        long gone = purge(BATCH);
        if (gone > 0) {
            LOG.info("{} rows of the audit log were older than {} days and are gone", gone, keepDays);
        }
    }

    /**
     * Removes all rows that are too old.
     *
     * @return how many they were
     */
    long purge(int batch) {
        return Pieces.all(batch, () -> database.apart(() -> purgeSome(batch)));
    }

    private int purgeSome(int batch) {
        return database.core(connection -> {
            try (PreparedStatement purge = connection.prepareStatement("SELECT core.purge_audit_log(?, ?)")) {
                purge.setInt(1, keepDays);
                purge.setInt(2, batch);
                try (ResultSet row = purge.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }
}
