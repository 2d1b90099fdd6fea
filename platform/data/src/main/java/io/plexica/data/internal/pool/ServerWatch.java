package io.plexica.data.internal.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the server answers, so that callers are refused at once while it does not. Looks only after a failure, then
 * every second until it answers again. Safe for all threads.
 */
public final class ServerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource server;
    private final ScheduledExecutorService worker;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable SQLException failure;

    /** A watch on the server that the data source connects to; looks on the worker. */
    public ServerWatch(DataSource server, ScheduledExecutorService worker) {
        this.server = server;
        this.worker = worker;
    }

    /** Why the server counts as down; null while it is up. */
    public @Nullable SQLException failure() {
        return failure;
    }

    /** No connection could be opened: the server counts as down until it answers. */
    public void cannotConnect(SQLException e) {
        if (!SqlFailures.isConnectionLoss(e)) {
            return;
        }
        if (failure == null) {
            LOG.warn(
                    "The database cannot be reached; work that needs it is refused until it is back: {}",
                    e.getMessage());
        }
        failure = e;
        suspect();
    }

    /** A connection broke: perhaps it alone, so a look decides. */
    public void suspect() {
        if (!worker.isShutdown() && looking.compareAndSet(false, true)) {
            worker.execute(this::look);
        }
    }

    private void look() {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            stayDown(e);
            return;
        }
        looking.set(false);
        if (failure != null) {
            failure = null;
            LOG.info("The database is back");
        }
    }

    private void stayDown(SQLException e) {
        if (failure == null) {
            LOG.warn(
                    "The database does not answer; work that needs it is refused until it is back: {}", e.getMessage());
        }
        failure = e;
        if (!worker.isShutdown()) {
            worker.schedule(this::look, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
