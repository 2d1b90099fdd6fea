package io.plexica.data.internal.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.metrics.PoolState;
import io.plexica.data.internal.settings.DataSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of units of work. A fair gate stands before the pool: whoever passes it finds a connection free, so that
 * waiting in the pool can only mean that the server does not answer, and is cut short. Safe for all threads.
 */
public final class ConnectionPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    private final HikariDataSource pool;
    private final ServerWatch watch;
    private final Semaphore gate;
    private final ServerSilence silence = new ServerSilence();
    private final LongAdder refused = new LongAdder();
    private final DataSettings settings;

    /** The pool that all share, over a data source; opens connections when they are needed. */
    public ConnectionPool(DataSource source, DataSettings settings, ServerWatch watch) {
        this("plexica", source, settings.poolMin(), settings.poolMax(), settings, watch);
    }

    ConnectionPool(String name, DataSource source, int min, int max, DataSettings settings, ServerWatch watch) {
        this.settings = settings;
        this.watch = watch;
        this.gate = new Semaphore(max, true);
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(new WatchedDataSource(source, watch));
        config.setMinimumIdle(min);
        config.setMaximumPoolSize(max);
        config.setConnectionTimeout(
                Math.min(settings.acquire().toMillis(), settings.connect().toMillis()));
        config.setValidationTimeout(Math.min(2000, config.getConnectionTimeout()));
        config.setIdleTimeout(settings.idle().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(true);
        this.pool = new HikariDataSource(config);
    }

    /**
     * A connection for one unit of work, in auto-commit mode and without anybody's role. Its first answer must come soon,
     * so that a server that hangs is not waited for as long as a slow statement would be; {@link #answered} ends that.
     *
     * @throws PlexicaException {@code unavailable} when the server does not answer, or all connections stay busy
     */
    public Connection acquire() {
        refuseWhileDown();
        passGate();
        boolean acquired = false;
        try {
            refuseWhileDown();
            Connection connection = pool.getConnection();
            acquired = true;
            ReadTimeouts.limit(connection, settings.connect());
            silence.asked();
            return connection;
        } catch (SQLException e) {
            watch.suspect();
            throw SqlFailures.of(e);
        } finally {
            if (!acquired) {
                gate.release();
            }
        }
    }

    /** The server has answered on this connection. */
    public void answered(Connection connection) throws SQLException {
        silence.answered();
        ReadTimeouts.limit(connection, ReadTimeouts.withStatements(settings.statement()));
    }

    /** Connections that are open go as soon as nobody uses them: they began with other settings than those that come. */
    public void renew() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        if (now != null) {
            now.softEvictConnections();
        }
    }

    /** The server has never answered on a connection that comes back. */
    void unanswered() {
        silence.givenUp();
    }

    /** Whether the server has been asked and has not answered anybody for a while. */
    boolean seemsToHang() {
        return silence.isLong();
    }

    /** Takes a connection back. The fate tells what may have stuck to it. */
    public void release(Connection connection, Fate fate) {
        try (connection) {
            switch (fate) {
                case CLEAN -> {}
                case RESET -> reset(connection);
                case BROKEN -> pool.evictConnection(connection);
            }
        } catch (SQLException e) {
            LOG.debug("A connection failed on its way back to the pool", e);
        } finally {
            gate.release();
        }
    }

    /** A connection broke in the middle of work. */
    public void suspectServer() {
        watch.suspect();
    }

    /** How it is now. */
    public PoolState state() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return now == null
                ? new PoolState(0, 0, pool.getMaximumPoolSize(), gate.getQueueLength(), refused.sum())
                : new PoolState(
                        now.getActiveConnections(),
                        now.getIdleConnections(),
                        pool.getMaximumPoolSize(),
                        gate.getQueueLength(),
                        refused.sum());
    }

    /** Why the server counts as down; null while it is up. */
    public @Nullable SQLException failure() {
        return watch.failure();
    }

    @Override
    public void close() {
        pool.close();
    }

    private void refuseWhileDown() {
        SQLException failure = watch.failure();
        if (failure != null) {
            throw SqlFailures.of(failure);
        }
    }

    private void passGate() {
        boolean passed;
        try {
            passed = gate.tryAcquire(settings.acquire().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "Interrupted while waiting for the database", e);
        }
        if (!passed) {
            refused.increment();
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "All connections to the database stayed busy; try again shortly");
        }
    }

    private void reset(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("DISCARD ALL");
        } catch (SQLException e) {
            LOG.debug("A connection could not be reset and is closed", e);
            pool.evictConnection(connection);
        }
    }

    /** What becomes of a connection after a unit of work. */
    public enum Fate {
        /** Nothing but plain statements ran on it. */
        CLEAN,
        /** Something may have stuck to the session. */
        RESET,
        /** It is of no use any more. */
        BROKEN
    }
}
