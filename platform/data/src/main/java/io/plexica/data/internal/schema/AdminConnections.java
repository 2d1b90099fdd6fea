package io.plexica.data.internal.schema;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.pool.AdminPool;
import io.plexica.data.internal.pool.ReadTimeouts;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.spi.data.SqlWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works with the admin's login, on connections beside any unit of work. Safe for all threads. */
public final class AdminConnections {

    private static final Logger LOG = LoggerFactory.getLogger(AdminConnections.class);

    private final Semaphore gate;
    private final DataSource source;
    private final DataSettings settings;

    /** The admin's work on connections of this source. */
    public AdminConnections(DataSource source, DataSettings settings) {
        this.source = source;
        this.settings = settings;
        this.gate = new Semaphore(AdminPool.concurrent(settings), true);
    }

    /** Opens the admin's connections. */
    public DataSource source() {
        return source;
    }

    /** Runs work in one transaction. */
    public <T> T transaction(SqlWork<T> work) {
        try (Connection connection = source.getConnection()) {
            limit(connection);
            connection.setAutoCommit(false);
            // Closing without a commit rolls back.
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    /** Runs work while nobody else, on this node or another, works on the same thing. Not to be nested. */
    public <T> T locked(String thing, Supplier<T> work) {
        passGate();
        try (Connection connection = source.getConnection()) {
            limit(connection);
            lock(connection, "pg_advisory_lock", thing);
            try {
                return work.get();
            } finally {
                unlock(connection, thing);
            }
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        } finally {
            gate.release();
        }
    }

    private void passGate() {
        boolean passed;
        try {
            passed = gate.tryAcquire(settings.migration().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "Interrupted while waiting for other work on schemas", e);
        }
        if (!passed) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "Too much work on tenants' schemas is going on; try again shortly");
        }
    }

    /** Whatever became of the work is what counts; a connection that cannot let go of the lock is cut. */
    private static void unlock(Connection connection, String thing) throws SQLException {
        try {
            lock(connection, "pg_advisory_unlock", thing);
        } catch (SQLException e) {
            LOG.debug("A lock could not be given back; its connection is closed", e);
            connection.abort(Runnable::run);
        }
    }

    private static void lock(Connection connection, String function, String thing) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + function + "(hashtextextended('plexica:' || ?, 0))")) {
            statement.setString(1, thing);
            statement.execute();
        }
    }

    /** The first answer must come soon; what follows may take its time. */
    private void limit(Connection connection) throws SQLException {
        ReadTimeouts.limit(connection, settings.connect());
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET lock_timeout = '" + settings.migrationLock().toMillis() + "ms'; SET statement_timeout = '"
                            + settings.migration().toMillis() + "ms'; SET search_path TO ''");
        }
        ReadTimeouts.limit(connection, ReadTimeouts.withStatements(settings.migration()));
    }
}
