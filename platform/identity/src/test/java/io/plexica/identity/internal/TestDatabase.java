package io.plexica.identity.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SchemaNames;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.plugins.PluginRef;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL with this room's tables, one transaction for each piece of work. Shared by all tests of the room. */
public final class TestDatabase implements Database {

    private static final TestDatabase SHARED = new TestDatabase();

    private final EmbeddedPostgres postgres;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final AtomicInteger uses = new AtomicInteger();
    private final Set<String> tenants = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    private TestDatabase() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema("core", "/META-INF/plexica/core/V1__identity.sql");
    }

    public static TestDatabase shared() {
        return SHARED;
    }

    public void addTenant(String slug) {
        if (!tenants.add(slug)) {
            return;
        }
        schema(SchemaNames.tenant(slug), "/META-INF/plexica/tenant/V1__users.sql");
    }

    /** How often it has been used. */
    public int uses() {
        return uses.get();
    }

    /** Makes every use fail as when the server is gone. */
    public void down(boolean gone) {
        down = gone;
    }

    @Override
    public <T> T core(SqlWork<T> work) {
        return in("core", work);
    }

    @Override
    public <T> T tenant(String slug, SqlWork<T> work) {
        return in(SchemaNames.tenant(slug), work);
    }

    @Override
    public <T> T plugin(PluginRef plugin, SqlWork<T> work) {
        throw new UnsupportedOperationException("not part of these tests");
    }

    @Override
    public <T> T unitOfWork(Callable<T> work) throws Exception {
        return current.get() == null ? newUnitOfWork(work) : work.call();
    }

    @Override
    public <T> T newUnitOfWork(Callable<T> work) throws Exception {
        Connection before = current.get();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            T result = work.call();
            connection.commit();
            return result;
        } finally {
            current.set(before);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    private <T> T in(String schema, SqlWork<T> work) {
        uses.incrementAndGet();
        try {
            return unitOfWork(() -> {
                if (down) {
                    throw new SQLException("gone", "08006");
                }
                Connection connection = current.get();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET LOCAL search_path TO " + schema);
                }
                return work.with(connection);
            });
        } catch (SQLException e) {
            throw new DatabaseException(ErrorCode.UNAVAILABLE, "The database failed: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void schema(String name, String file) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                InputStream sql = TestDatabase.class.getResourceAsStream(file)) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + name + "; SET search_path TO " + name + ";"
                    + new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
