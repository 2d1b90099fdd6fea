package io.plexica.data.internal.schema;

import static io.plexica.data.internal.sql.SqlQuoting.name;
import static io.plexica.data.internal.sql.SqlQuoting.text;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.settings.DataSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The statements that make and remove the login of a tenant. Each leaves alone what is as it should be. */
final class LoginSql {

    private final Connection connection;
    private final RoleSql roles;

    LoginSql(Connection connection) {
        this.connection = connection;
        this.roles = new RoleSql(connection);
    }

    /** A login that owns nothing, inherits nothing and may become nobody yet. */
    void create(String login, String verifier, DataSettings settings) throws SQLException {
        boolean there = roles.exists("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?", login);
        roles.run((there ? "ALTER ROLE " : "CREATE ROLE ") + name(login) + " LOGIN NOINHERIT CONNECTION LIMIT "
                + settings.tenants().dedicatedLimit() + " PASSWORD " + text(verifier));
        long millis = settings.statement().toMillis();
        set(login, "search_path", "");
        set(login, "statement_timeout", millis + "ms");
        set(login, "idle_in_transaction_session_timeout", millis * 4 + "ms");
        for (Map.Entry<String, String> setting : KeepaliveSettings.SETTINGS.entrySet()) {
            set(login, setting.getKey(), setting.getValue());
        }
        letConnect(login);
    }

    void password(String login, String verifier) throws SQLException {
        roles.run("ALTER ROLE " + name(login) + " PASSWORD " + text(verifier));
    }

    /** Whether somebody is signed in with it. */
    boolean isInUse(String login) throws SQLException {
        return roles.exists("SELECT 1 FROM pg_catalog.pg_stat_activity WHERE usename = ?", login);
    }

    void drop(String login) throws SQLException {
        roles.dropRole(login);
    }

    private void set(String login, String setting, String value) throws SQLException {
        roles.run("ALTER ROLE " + name(login) + " SET " + setting + " TO " + text(value));
    }

    private void letConnect(String login) throws SQLException {
        String database = connection.getCatalog();
        if (mayConnect(login)) {
            return;
        }
        roles.run("GRANT CONNECT ON DATABASE " + name(database) + " TO " + name(login));
        if (!mayConnect(login)) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "A tenant's own login may not connect to the database: as its owner, GRANT CONNECT ON DATABASE "
                            + name(database) + " TO " + name(roles.currentUser()) + " WITH GRANT OPTION");
        }
    }

    private boolean mayConnect(String login) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT has_database_privilege(?, current_database(), 'CONNECT')")) {
            statement.setString(1, login);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
