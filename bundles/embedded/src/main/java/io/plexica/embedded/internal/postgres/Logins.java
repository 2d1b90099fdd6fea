package io.plexica.embedded.internal.postgres;

import io.plexica.embedded.internal.server.Passwords;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseAccess.Login;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The databases and logins of the platform and of Keycloak. Made once; what an interrupted attempt left is removed first. */
public final class Logins {

    /** The platform's database. */
    public static final String PLATFORM = "plexica";

    /** Keycloak's database, and the name of its login. */
    public static final String KEYCLOAK = "keycloak";

    private static final String ADMIN = "plexica_admin";
    private static final String MIGRATOR = "plexica_migrator";
    private static final String POOL = "plexica_pool";
    private static final String COMPLETE = "complete";

    private final Superuser superuser;
    private final Passwords passwords;
    private final String url;

    /** The logins of a server. */
    public Logins(Superuser superuser, Passwords passwords, int port) {
        this.superuser = superuser;
        this.passwords = passwords;
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    /** Makes all that is missing. */
    public synchronized void ensure() throws IOException, SQLException {
        try (Connection connection = superuser.connect("postgres")) {
            if (!isComplete(connection, PLATFORM)) {
                drop(connection, PLATFORM, List.of(ADMIN, MIGRATOR, POOL));
                createPlatform(connection);
                markComplete(connection, PLATFORM);
            }
            // Databases that were made before tenants could have logins lack it.
            run(connection, List.of("GRANT CONNECT ON DATABASE " + PLATFORM + " TO " + ADMIN + " WITH GRANT OPTION"));
            if (!isComplete(connection, KEYCLOAK)) {
                drop(connection, KEYCLOAK, List.of(KEYCLOAK));
                createKeycloak(connection);
                markComplete(connection, KEYCLOAK);
            }
        }
    }

    /** How the platform reaches its database. */
    public DatabaseAccess platform() throws IOException {
        return new DatabaseAccess(
                url + PLATFORM,
                url + PLATFORM,
                new Login(ADMIN, passwords.of("db-admin")),
                new Login(MIGRATOR, passwords.of("db-migrator")),
                new Login(POOL, passwords.of("db-pool")));
    }

    /** The address of Keycloak's database. */
    public String keycloakUrl() {
        return url + KEYCLOAK;
    }

    /** The password of Keycloak's login. */
    public String keycloakPassword() throws IOException {
        return passwords.of("db-keycloak");
    }

    private void createPlatform(Connection connection) throws IOException, SQLException {
        SqlScript script = SqlScript.read("logins.sql")
                .fill(Map.of(
                        "database", PLATFORM,
                        "adminUser", ADMIN,
                        "adminPassword", passwords.of("db-admin"),
                        "migratorUser", MIGRATOR,
                        "migratorPassword", passwords.of("db-migrator"),
                        "poolUser", POOL,
                        "poolPassword", passwords.of("db-pool")));
        run(connection, script.section(1));
        try (Connection inside = superuser.connect(PLATFORM)) {
            run(inside, script.section(2));
            run(inside, script.section(3));
        }
    }

    private void createKeycloak(Connection connection) throws IOException, SQLException {
        run(
                connection,
                List.of(
                        "CREATE ROLE keycloak LOGIN PASSWORD '" + keycloakPassword() + "'",
                        "CREATE DATABASE keycloak OWNER keycloak TEMPLATE template0 ENCODING 'UTF8'",
                        "REVOKE ALL ON DATABASE keycloak FROM PUBLIC"));
    }

    private static void drop(Connection connection, String database, List<String> roles) throws SQLException {
        run(connection, List.of("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)"));
        for (String role : roles) {
            run(connection, List.of("DROP ROLE IF EXISTS " + role));
        }
    }

    private static boolean isComplete(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && COMPLETE.equals(rows.getString(1));
            }
        }
    }

    private static void markComplete(Connection connection, String database) throws SQLException {
        run(connection, List.of("COMMENT ON DATABASE " + database + " IS '" + COMPLETE + "'"));
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
