package io.plexica.data.internal.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.plexica.data.internal.settings.DataSettings;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The admin's connections, kept for a few seconds so that making a tenant does not sign in dozens of times. Only the
 * platform's own SQL runs on them, and each use sets what it needs.
 */
public final class AdminPool implements AutoCloseable {

    private static final int FEWEST = 8;
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final HikariDataSource pool;

    /** A pool of the admin's connections; empty while there is nothing to do. */
    public AdminPool(DataSource admin, DataSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plexica-admin");
        config.setDataSource(admin);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(concurrent(settings) * 4);
        config.setIdleTimeout(KEPT.toMillis());
        config.setConnectionTimeout(settings.connect().toMillis());
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    /** How many pieces of work may go on at once; each takes a lock and up to three connections beside it. */
    public static int concurrent(DataSettings settings) {
        return Math.max(FEWEST, settings.migrationThreads());
    }

    /** Hands out the connections. */
    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
