package io.plexica.audit.testing;

import io.plexica.spi.data.SchemaNames;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database of its own for each test class on one real PostgreSQL, with the platform's logins and roles. Tables come from
 * the rooms' own migrations.
 */
public final class TestServer {

    private static final String ADMIN = "plexica_admin";
    private static EmbeddedPostgres postgres;
    private static int databases;

    private final String url;
    private final ClassLoader loader = TestServer.class.getClassLoader();

    private TestServer(String url) {
        this.url = url;
    }

    /** A fresh database with the schema {@code core} and these migrations of it. */
    public static synchronized TestServer withCore(String... migrations) throws IOException, SQLException {
        if (postgres == null) {
            postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            superuser("CREATE ROLE plexica_admin LOGIN CREATEROLE");
            superuser("CREATE ROLE plexica_pool LOGIN NOINHERIT");
        }
        String name = "test" + ++databases;
        superuser("CREATE DATABASE " + name + " OWNER plexica_admin");
        TestServer server = new TestServer(postgres.getJdbcUrl(ADMIN, name));
        server.role("plexica_core");
        server.schema("core", "plexica_core");
        server.admin("CREATE TABLE core.data_roles"
                + " (role_name text PRIMARY KEY, tenant_slug text NOT NULL, plugin_id text)");
        for (String migration : migrations) {
            server.admin(server.text("META-INF/plexica/core/" + migration));
        }
        return server;
    }

    /** Units of work on this database. */
    public TestDatabase database() {
        return new TestDatabase(url.replace("user=" + ADMIN, "user=plexica_pool"));
    }

    /** A tenant's schema and role with these migrations; made again if it is there. */
    public void createTenant(String slug, String... migrations) throws SQLException {
        dropTenant(slug);
        String name = SchemaNames.tenant(slug);
        role(name);
        schema(name, name);
        admin("INSERT INTO core.data_roles VALUES ('" + name + "', '" + slug + "', NULL)");
        for (String migration : migrations) {
            admin("SET search_path = " + name + ";" + text("META-INF/plexica/tenant/" + migration));
        }
    }

    /** Drops a tenant's schema; no error when there is none. */
    public void dropTenant(String slug) throws SQLException {
        String name = SchemaNames.tenant(slug);
        admin("DROP SCHEMA IF EXISTS " + name + " CASCADE");
        admin("DELETE FROM core.data_roles WHERE tenant_slug = '" + slug + "'");
    }

    /** A plugin's schema and role in a tenant. */
    public void createPlugin(String slug, String pluginId) throws SQLException {
        String name = SchemaNames.plugin(slug, pluginId);
        role(name);
        schema(name, name);
        admin("INSERT INTO core.data_roles VALUES ('" + name + "', '" + slug + "', '" + pluginId + "')");
    }

    /** Runs SQL as the login that owns the platform's tables. */
    public void admin(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows, as the owner sees them. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void role(String name) throws SQLException {
        if (query("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'").isEmpty()) {
            admin("CREATE ROLE " + name + " NOLOGIN");
        }
        admin("GRANT " + name + " TO plexica_pool WITH INHERIT FALSE, SET TRUE");
    }

    private void schema(String name, String worker) throws SQLException {
        admin("CREATE SCHEMA " + name);
        admin("GRANT USAGE ON SCHEMA " + name + " TO " + worker);
        admin("ALTER DEFAULT PRIVILEGES IN SCHEMA " + name + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "
                + worker);
    }

    private String text(String resource) {
        try (InputStream stream = loader.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
