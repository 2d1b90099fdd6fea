package io.plexica.audit.testing;

import io.plexica.api.problem.ErrorCode;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SchemaNames;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.plugins.PluginRef;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Units of work on a real PostgreSQL, one connection each, under the same roles as on the platform: what a room may do there
 * it may do here, and nothing else.
 */
public final class TestDatabase implements Database {

    private final String url;
    private final ThreadLocal<Unit> current = new ThreadLocal<>();
    private volatile boolean down;

    TestDatabase(String url) {
        this.url = url;
    }

    /** From now on nobody reaches the database, or everybody does again. */
    public void setDown(boolean down) {
        this.down = down;
    }

    @Override
    public <T> T core(SqlWork<T> work) {
        return as("plexica_core", "core", work);
    }

    @Override
    public <T> T tenant(String slug, SqlWork<T> work) {
        return as(SchemaNames.tenant(slug), SchemaNames.tenant(slug), work);
    }

    @Override
    public <T> T plugin(PluginRef plugin, SqlWork<T> work) {
        String slug = Objects.requireNonNull(Contexts.require().tenant()).slug();
        return as(SchemaNames.plugin(slug, plugin.id()), SchemaNames.plugin(slug, plugin.id()), work);
    }

    @Override
    public <T> T unitOfWork(Callable<T> work) throws Exception {
        return current.get() == null ? newUnitOfWork(work) : work.call();
    }

    @Override
    public <T> T newUnitOfWork(Callable<T> work) throws Exception {
        Unit outer = current.get();
        Unit unit = new Unit();
        current.set(unit);
        T result;
        try (unit) {
            result = work.call();
            unit.commit();
        } finally {
            current.set(outer);
        }
        unit.afterCommit.forEach(Runnable::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        Unit unit = current.get();
        if (unit == null) {
            action.run();
        } else {
            unit.afterCommit.add(action);
        }
    }

    private <T> T as(String role, String schema, SqlWork<T> work) {
        try {
            return unitOfWork(() -> {
                Connection connection = current.get().connection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET LOCAL ROLE " + role + "; SET LOCAL search_path = " + schema);
                }
                return work.with(connection);
            });
        } catch (SQLException e) {
            boolean lost = e.getSQLState() != null && e.getSQLState().startsWith("08");
            throw new DatabaseException(
                    lost ? ErrorCode.UNAVAILABLE : ErrorCode.INTERNAL_ERROR,
                    "The database failed: " + e.getMessage(),
                    e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Unit implements AutoCloseable {

        private final List<Runnable> afterCommit = new ArrayList<>();
        private Connection connection;

        Connection connection() throws SQLException {
            if (down) {
                throw new SQLException("The database is down", "08006");
            }
            if (connection == null) {
                connection = DriverManager.getConnection(url, "plexica_pool", "");
                connection.setAutoCommit(false);
            }
            return connection;
        }

        void commit() throws SQLException {
            if (connection != null) {
                connection.commit();
            }
        }

        @Override
        public void close() throws SQLException {
            if (connection != null) {
                connection.close();
            }
        }
    }
}
