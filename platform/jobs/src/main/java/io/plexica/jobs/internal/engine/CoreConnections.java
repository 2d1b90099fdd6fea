package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.shaded.jdbc.ConnectionSupplier;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.identity.Principal;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The library's way to the database: each of its calls is a unit of work on the platform's tables, whose connection it finds
 * here and never commits or closes. Safe for all threads.
 */
final class CoreConnections implements ConnectionSupplier {

    private final Database database;
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    CoreConnections(Database database) {
        this.database = database;
    }

    /** Does work of the library's in a unit of work of its own; in the one that this has begun already, where it has. */
    <T> T within(SqlWork<T> work) {
        if (current.get() != null) {
            return database.core(work);
        }
        if (Contexts.find() != null) {
            return unit(work);
        }
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            return unit(work);
        }
    }

    private <T> T unit(SqlWork<T> work) {
        return database.apart(() -> database.core(connection -> {
            current.set(connection);
            try {
                return work.with(connection);
            } finally {
                current.remove();
            }
        }));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = current.get();
        if (connection == null) {
            throw new SQLException("There is no unit of work");
        }
        return connection;
    }

    @Override
    public boolean commitWhenAutocommitDisabled() {
        return false;
    }

    @Override
    public boolean isExternallyManagedConnection() {
        return true;
    }
}
