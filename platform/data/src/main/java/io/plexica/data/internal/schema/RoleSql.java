package io.plexica.data.internal.schema;

import static io.plexica.data.internal.sql.SqlQuoting.name;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The statements that make and remove roles and schemas. Each leaves alone what is as it should be. */
final class RoleSql {

    private final Connection connection;

    RoleSql(Connection connection) {
        this.connection = connection;
    }

    void createRole(String role) throws SQLException {
        if (!exists("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?", role)) {
            run("CREATE ROLE " + name(role) + " NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
    }

    /** A login may become the role, but has none of its rights by itself. */
    void letBecome(String login, String role) throws SQLException {
        run("GRANT " + name(role) + " TO " + name(login) + " WITH INHERIT FALSE, SET TRUE");
    }

    boolean schemaExists(String schema) throws SQLException {
        return exists("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?", schema);
    }

    void createSchema(String schema) throws SQLException {
        if (!schemaExists(schema)) {
            run("CREATE SCHEMA " + name(schema));
        }
    }

    void createSchemaOf(String schema, String owner) throws SQLException {
        if (!schemaExists(schema)) {
            run("CREATE SCHEMA " + name(schema) + " AUTHORIZATION " + name(owner));
        }
    }

    /** The role may read and change rows of all tables that are and will be made in the schema, and nothing more. */
    void letWorkIn(String schema, String role, String creator) throws SQLException {
        run("GRANT USAGE ON SCHEMA " + name(schema) + " TO " + name(role));
        String defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE " + name(creator) + " IN SCHEMA " + name(schema);
        run(defaults + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + name(role));
        run(defaults + " GRANT USAGE, SELECT ON SEQUENCES TO " + name(role));
    }

    /** The admin has the role's rights until {@link #stopActingAs}, within this transaction. */
    void actAs(String role) throws SQLException {
        run("GRANT " + name(role) + " TO CURRENT_USER WITH INHERIT TRUE, SET TRUE");
    }

    void stopActingAs(String role) throws SQLException {
        run("REVOKE " + name(role) + " FROM CURRENT_USER GRANTED BY CURRENT_USER");
    }

    void dropSchema(String schema) throws SQLException {
        run("DROP SCHEMA IF EXISTS " + name(schema) + " CASCADE");
    }

    /** Drops a role with all that it owns and all that was granted to it in this database. */
    void dropRole(String role) throws SQLException {
        if (!exists("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?", role)) {
            return;
        }
        actAs(role);
        run("DROP OWNED BY " + name(role) + " CASCADE");
        run("DROP ROLE " + name(role));
    }

    String currentUser() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT current_user")) {
            rows.next();
            return rows.getString(1);
        }
    }

    boolean exists(String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
