package io.plexica.itests.rooms;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.MemoryFolder;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One PostgreSQL for all tests of a JVM, with the platform's three logins. */
final class Server {

    private static final Login ADMIN = new Login("plexica_admin", "admin");
    private static final Login MIGRATOR = new Login("plexica_migrator", "migrator");
    private static final Login POOL = new Login("plexica_pool", "pool");

    /** Ends all connections; a drop alone looks only every tenth of a second whether they have ended. */
    private static final String GONE = """
            DO $$ BEGIN
                PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s';
                FOR i IN 1..500 LOOP
                    PERFORM pg_stat_clear_snapshot();
                    EXIT WHEN NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = '%s');
                    PERFORM pg_sleep(0.002);
                END LOOP;
            END $$""";

    private final EmbeddedPostgres postgres;

    private Server(Map<String, String> settings) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPort(FreePorts.free())
                    .setDataDirectory(MemoryFolder.create())
                    .setServerConfig("fsync", "off")
                    // Nothing here is to survive anything, and databases come and go all the time.
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("max_wal_size", "256MB")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("autovacuum", "off")
                    .setLocaleConfig("locale", "C.UTF-8");
            settings.forEach(builder::setServerConfig);
            postgres = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
        run("postgres", "CREATE ROLE plexica_admin LOGIN PASSWORD 'admin' CREATEROLE");
        run("postgres", "CREATE ROLE plexica_migrator LOGIN PASSWORD 'migrator' NOINHERIT");
        run("postgres", "CREATE ROLE plexica_pool LOGIN PASSWORD 'pool' NOINHERIT");
    }

    static Server shared() {
        return Holder.SERVER;
    }

    /** Another one, which shows a certificate of this authority to whoever wants to see it. */
    static Server encrypted(Authority authority) {
        return new Server(Map.of(
                "ssl", "on",
                "ssl_cert_file", authority.given().toString(),
                "ssl_key_file", authority.key().toString()));
    }

    /** Whether the platform is there, and each of its connections is encrypted. */
    boolean isReachedByTls() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity"
                        + " USING (pid) WHERE usename LIKE 'plexica%'")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    void stop() throws IOException {
        postgres.close();
    }

    DatabaseAccess access(String database) {
        return access(database, "");
    }

    /** With parameters of the address, from its question mark on. */
    DatabaseAccess access(String database, String parameters) {
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database + parameters;
        return new DatabaseAccess(url, url, ADMIN, MIGRATOR, POOL);
    }

    void create(String database) {
        run("postgres", "CREATE DATABASE " + database + " TEMPLATE template0 ENCODING 'UTF8'", allowance(database));
        run(database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        for (String function : new String[] {"lo_creat(integer)", "lo_create(oid)", "lo_from_bytea(oid, bytea)"}) {
            run(database, "REVOKE EXECUTE ON FUNCTION pg_catalog." + function + " FROM PUBLIC");
        }
    }

    void copy(String template, String database) {
        run(
                "postgres",
                "CREATE DATABASE " + database + " TEMPLATE " + template + " STRATEGY FILE_COPY",
                allowance(database));
    }

    void drop(String database) {
        run("postgres", GONE.formatted(database, database), "DROP DATABASE " + database + " WITH (FORCE)");
    }

    void cutListeners(String database) {
        run(
                database,
                "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = 'plexica-signals'");
    }

    void letIn(String database, boolean allowed) {
        run(
                "postgres",
                (allowed ? "GRANT" : "REVOKE") + " CONNECT ON DATABASE " + database
                        + (allowed ? " TO plexica_pool" : " FROM plexica_pool"));
    }

    /** What is not copied with a database. */
    private static String allowance(String database) {
        return "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC;"
                + "GRANT CREATE ON DATABASE " + database + " TO plexica_admin;"
                + "GRANT CONNECT ON DATABASE " + database + " TO plexica_admin WITH GRANT OPTION;"
                + "GRANT CONNECT ON DATABASE " + database + " TO plexica_migrator, plexica_pool";
    }

    private void run(String database, String... statements) {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements) + ": " + e.getMessage(), e);
        }
    }

    private static final class Holder {
        static final Server SERVER = new Server(Map.of());
    }
}
