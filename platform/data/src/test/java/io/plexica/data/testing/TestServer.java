package io.plexica.data.testing;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A real PostgreSQL for all tests of the run, with the three logins made as an operator would. */
public final class TestServer {

    public static final String ADMIN = "plexica_admin";
    public static final String MIGRATOR = "plexica_migrator";
    public static final String POOL = "plexica_pool";
    private static final String PASSWORD = "it's \"secret\"";
    private static TestServer shared;

    private final EmbeddedPostgres postgres;

    private TestServer(EmbeddedPostgres postgres) throws SQLException, IOException {
        this.postgres = postgres;
        makeLogins(postgres);
    }

    public static synchronized TestServer shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static TestServer start() {
        try {
            return new TestServer(EmbeddedPostgres.builder()
                    .setDataDirectory(newFolder())
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("autovacuum", "off")
                    .start());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be started", e);
        }
    }

    /**
     * In memory where there is enough: tenants are many small files, and some disks take their time for each. What a JVM that was
     * killed leaves goes by the name when the tests of another room begin.
     */
    static Path newFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean roomy = Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > 2L << 30;
        return Files.createTempDirectory(
                roomy ? memory : Path.of(System.getProperty("java.io.tmpdir")),
                "plexica-test-" + ProcessHandle.current().pid() + "-");
    }

    public DatabaseAccess access() {
        return access(postgres.getPort());
    }

    public static DatabaseAccess access(int port) {
        String url = "jdbc:postgresql://localhost:" + port + "/plexica";
        return new DatabaseAccess(
                url, url, new Login(ADMIN, PASSWORD), new Login(MIGRATOR, PASSWORD), new Login(POOL, PASSWORD));
    }

    public static DataSettings settings(int poolMax) {
        return new DataSettings(
                0,
                poolMax,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofSeconds(20),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                3);
    }

    /** The room, started, with few connections so that they are shared a lot. */
    public DataPlatform platform(int poolMax) {
        return platform(poolMax, access());
    }

    /** The same on another way to the server. */
    public DataPlatform platform(int poolMax, DatabaseAccess access) {
        DataPlatform platform = new DataPlatform(access, settings(poolMax));
        platform.start();
        return platform;
    }

    /** A connection that may do anything. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "plexica"));
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String ask(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    static void makeLogins(EmbeddedPostgres postgres) throws SQLException, IOException {
        String script = Files.readString(Path.of("../../docker/postgres/logins.sql"));
        Map<String, String> values = Map.of(
                "adminUser",
                ADMIN,
                "migratorUser",
                MIGRATOR,
                "poolUser",
                POOL,
                "adminPassword",
                PASSWORD.replace("'", "''"),
                "migratorPassword",
                PASSWORD.replace("'", "''"),
                "poolPassword",
                PASSWORD.replace("'", "''"),
                "database",
                "plexica");
        for (Map.Entry<String, String> value : values.entrySet()) {
            script = script.replace("${" + value.getKey() + "}", value.getValue());
        }
        int inDatabase = script.indexOf("-- 2.");
        runEach(postgres, "postgres", script.substring(0, inDatabase));
        runEach(postgres, "plexica", script.substring(inDatabase));
    }

    private static void runEach(EmbeddedPostgres postgres, String database, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", database));
                Statement statement = connection.createStatement()) {
            for (String one : script.replaceAll("(?m)^--.*$", "").split(";")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }
}
