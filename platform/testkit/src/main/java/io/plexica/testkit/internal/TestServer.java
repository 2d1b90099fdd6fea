package io.plexica.testkit.internal;

import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** A PostgreSQL of one's own, gone with the JVM, with the three logins that the platform works with. */
final class TestServer {

    private static final String DATABASE = "plexica";
    private static final Login ADMIN = new Login("plexica_admin", "admin");
    private static final Login MIGRATOR = new Login("plexica_migrator", "migrator");
    private static final Login POOL = new Login("plexica_pool", "pool");

    private final EmbeddedPostgres server;

    private TestServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static TestServer start() {
        try {
            TestServer started = new TestServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "60")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start());
            started.makeLogins();
            return started;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The tests need a PostgreSQL, and it does not start: " + e.getMessage(), e);
        }
    }

    DatabaseAccess access() {
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
        return new DatabaseAccess(url, url, ADMIN, MIGRATOR, POOL);
    }

    /** A connection that may do everything, to look at what the plugin did and to clear it away. */
    Connection superuser() throws SQLException {
        return server.getDatabase("postgres", DATABASE).getConnection();
    }

    private void makeLogins() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            run(connection, login(ADMIN, "CREATEROLE"));
            run(connection, login(MIGRATOR, "NOINHERIT"));
            run(connection, login(POOL, "NOINHERIT"));
            run(connection, "CREATE DATABASE " + DATABASE + " TEMPLATE template0 ENCODING 'UTF8'");
            run(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            run(connection, "GRANT CREATE ON DATABASE " + DATABASE + " TO " + ADMIN.user());
            run(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + ADMIN.user() + " WITH GRANT OPTION");
            run(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + MIGRATOR.user() + ", " + POOL.user());
        }
        try (Connection connection = superuser()) {
            run(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
            for (String function : List.of("lo_creat(integer)", "lo_create(oid)", "lo_from_bytea(oid, bytea)")) {
                run(connection, "REVOKE EXECUTE ON FUNCTION pg_catalog." + function + " FROM PUBLIC");
            }
        }
    }

    private static String login(Login login, String power) {
        return String.format(
                Locale.ROOT,
                "CREATE ROLE %s LOGIN PASSWORD '%s' NOSUPERUSER %s",
                login.user(),
                login.password(),
                power);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
