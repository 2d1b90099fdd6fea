package io.plexica.data.internal.schema;

import io.plexica.data.internal.DataSettings;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.spi.data.SqlWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Works with the admin's login, on a connection of its own each time. Safe for all threads. */
public final class Admin {

    private final DataSource source;
    private final DataSettings settings;

    /** The admin's work on connections of this source. */
    public Admin(DataSource source, DataSettings settings) {
        this.source = source;
        this.settings = settings;
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

    /** Runs work while nobody else, on this node or another, works on the same thing. */
    public <T> T locked(String thing, Supplier<T> work) {
        try (Connection connection = source.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("SELECT pg_advisory_lock(hashtextextended('plexica:' || ?, 0))")) {
            limit(connection);
            lock.setString(1, thing);
            lock.execute();
            return work.get();
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    private void limit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET lock_timeout = '" + settings.migrationLock().toMillis() + "ms'; SET search_path TO ''");
        }
    }
}
