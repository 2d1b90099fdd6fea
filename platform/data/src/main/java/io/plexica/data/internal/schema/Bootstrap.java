package io.plexica.data.internal.schema;

import static io.plexica.data.internal.sql.SqlQuoting.name;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.migrate.MigrationFiles;
import io.plexica.data.internal.migrate.MigrationTarget;
import io.plexica.data.internal.migrate.SchemaMigrator;
import io.plexica.data.internal.pool.Logins;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.work.DataRoles;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.tls.TrustedCertificates;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a database ready at every start: schema {@code core}, the platform's role, what everybody may do, and the pool
 * login's powerlessness, which is then checked. Changes nothing that is as it should be.
 */
public final class Bootstrap {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final String ROOM = "data";
    private static final int MIN_VERSION = 160_000;

    private final AdminConnections admin;
    private final Logins logins;
    private final DataSettings settings;
    private final SchemaMigrator migrator;

    /** Works with the admin's login. */
    public Bootstrap(AdminConnections admin, Logins logins, DataSettings settings, SchemaMigrator migrator) {
        this.admin = admin;
        this.logins = logins;
        this.settings = settings;
        this.migrator = migrator;
    }

    /**
     * Makes the database ready.
     *
     * @return whether sessions of the pool that began before this have other settings than those that begin now
     * @throws PlexicaException when it cannot be, saying what to change
     */
    public boolean run() {
        for (DataSource login : List.of(logins.admin(), logins.migrator(), logins.pool())) {
            demandLogin(login);
        }
        return admin.locked("bootstrap", () -> {
            admin.transaction(this::prepare);
            migrator.migrate(
                    new MigrationTarget(
                            admin.source(), null, DataRoles.CORE_SCHEMA, Rooms.history(ROOM), DataRoles.CORE_ROLE),
                    MigrationFiles.read("META-INF/plexica/data", Bootstrap.class.getClassLoader()));
            boolean changed = tamePool();
            admin.transaction(this::checkLogins);
            return changed;
        });
    }

    /** Past the pools, which would try for seconds and then not say why. */
    private static void demandLogin(DataSource login) {
        try (Connection connection = login.getConnection()) {
            LOG.debug("Signed in as {}", connection.getMetaData().getUserName());
        } catch (SQLException e) {
            throw TrustedCertificates.doubt(e).map(why -> notTrusted(why, e)).orElseGet(() -> SqlFailures.of(e));
        }
    }

    private static PlexicaException notTrusted(String why, SQLException cause) {
        return new DatabaseException(
                ErrorCode.UNAVAILABLE, "The database is not trusted, see sslrootcert in PLEXICA_DB_URL: " + why, cause);
    }

    private boolean prepare(Connection connection) throws SQLException {
        demandVersion(connection);
        RoleSql roles = new RoleSql(connection);
        roles.createRole(DataRoles.CORE_ROLE);
        roles.letBecome(logins.poolUser(), DataRoles.CORE_ROLE);
        roles.createSchema(DataRoles.CORE_SCHEMA);
        roles.letWorkIn(DataRoles.CORE_SCHEMA, DataRoles.CORE_ROLE, roles.currentUser());
        // For the functions that write on behalf of any role; there is no right on any table in this.
        roles.run("REVOKE CREATE ON SCHEMA core FROM PUBLIC");
        roles.run("GRANT USAGE ON SCHEMA core TO PUBLIC");
        takeFromPublic(connection, roles);
        return true;
    }

    /** Only the database's owner can; otherwise whoever made the logins has done it, and the check tells if not. */
    private static void takeFromPublic(Connection connection, RoleSql roles) throws SQLException {
        String database = connection.getCatalog();
        if (roles.exists(
                "SELECT 1 FROM pg_catalog.pg_database WHERE datname = ? AND pg_has_role(datdba, 'USAGE')", database)) {
            roles.run("REVOKE CREATE, TEMPORARY ON DATABASE " + name(database) + " FROM PUBLIC");
        }
        if (roles.exists(
                "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ? AND pg_has_role(nspowner, 'USAGE')",
                "public")) {
            roles.run("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        }
    }

    /** A login may set its own defaults, which hold behind a pooler, too. */
    private boolean tamePool() {
        try (Connection connection = logins.poolDirect().getConnection();
                Statement statement = connection.createStatement()) {
            String before = defaults(statement);
            statement.execute("ALTER ROLE CURRENT_USER SET search_path TO ''");
            statement.execute("ALTER ROLE CURRENT_USER SET statement_timeout TO '"
                    + settings.statement().toMillis() + "ms'");
            statement.execute("ALTER ROLE CURRENT_USER SET idle_in_transaction_session_timeout TO '"
                    + settings.statement().toMillis() * 4 + "ms'");
            for (Map.Entry<String, String> setting : KeepaliveSettings.SETTINGS.entrySet()) {
                statement.execute(
                        "ALTER ROLE CURRENT_USER SET " + setting.getKey() + " TO '" + setting.getValue() + "'");
            }
            return !defaults(statement).equals(before);
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    private static String defaults(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT coalesce(rolconfig::text, '') FROM pg_catalog.pg_roles WHERE rolname = current_user")) {
            row.next();
            return row.getString(1);
        }
    }

    private boolean checkLogins(Connection connection) throws SQLException {
        LoginPrivileges check = new LoginPrivileges(connection);
        check.warnings(logins.poolUser()).forEach(LOG::warn);
        List<String> problems = check.problems(logins.poolUser(), logins.migratorUser());
        if (!problems.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "The database's logins are not safe to work with: " + String.join("; ", problems));
        }
        return true;
    }

    private static void demandVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT current_setting('server_version_num')::int, current_setting('server_version')")) {
            rows.next();
            if (rows.getInt(1) < MIN_VERSION) {
                throw new PlexicaException(
                        ErrorCode.INTERNAL_ERROR,
                        "PostgreSQL " + rows.getString(2) + " is too old: Plexica needs 16 or newer");
            }
        }
    }
}
