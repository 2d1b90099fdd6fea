package io.plexica.audit.internal.read;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the oldest rows go, once a day, in batches that hold nobody up. Every node tries; the database lets one at a time, and
 * who comes second finds nothing left to do.
 */
@Component(
        service = Retention.class,
        immediate = true,
        configurationPid = "io.plexica.audit",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration PERIOD = Duration.ofDays(1);
    private static final int BATCH = 20_000;

    private final Database database;
    private final int keepDays;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plexica-audit-retention");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Retention(
            RetentionConfig config,
            @Reference Database database,
            @Reference(target = "(plexica.room=audit)") SchemaReady schemaReady) {
        this(database, config.auditRetention());
        worker.scheduleWithFixedDelay(this::tryPurge, FIRST.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    Retention(Database database, int keepDays) {
        this.database = database;
        this.keepDays = keepDays;
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    /**
     * Removes all rows that are too old.
     *
     * @return how many they were
     */
    long purge(int batch) {
        long gone = 0;
        int last;
        do {
            last = database.apart(() -> purgeSome(batch));
            gone += last;
        } while (last == batch && !Thread.currentThread().isInterrupted());
        return gone;
    }

    private void tryPurge() {
        try {
            long gone = purge(BATCH);
            if (gone > 0) {
                LOG.info("{} rows of the audit log were older than {} days and are gone", gone, keepDays);
            }
        } catch (RuntimeException e) {
            LOG.warn("Old rows of the audit log stay until tomorrow: {}", e.getMessage(), e);
        }
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
