package io.plexica.data.internal.schema;

import static io.plexica.data.internal.sql.SqlQuoting.name;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds out what the logins may do beyond what they should. */
final class LoginPrivileges {

    private final Connection connection;

    LoginPrivileges(Connection connection) {
        this.connection = connection;
    }

    /** What must not be, each with the statement that changes it. */
    List<String> problems(String pool, String migrator) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (String login : List.of(pool, migrator)) {
            attributes(login, problems);
            if (asks(
                    "SELECT EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member"
                            + " WHERE r.rolname = ? AND m.inherit_option)",
                    login)) {
                problems.add(login + " inherits the rights of another role (REVOKE it from " + name(login) + ")");
            }
            if (asks(
                    "SELECT EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member JOIN pg_roles g"
                            + " ON g.oid = m.roleid WHERE r.rolname = ? AND (g.rolsuper OR g.rolcreaterole OR g.rolcanlogin"
                            + " OR g.rolname ~ '^pg_'))",
                    login)) {
                problems.add(login + " may become a login or a predefined role (REVOKE it from " + name(login) + ")");
            }
        }
        ownership(pool, problems);
        return problems;
    }

    /** What should not be, but cannot be helped on every managed database. */
    List<String> warnings(String pool) throws SQLException {
        boolean largeObjects =
                asks("SELECT has_function_privilege(?, 'pg_catalog.lo_creat(integer)', 'EXECUTE')", pool);
        return largeObjects
                ? List.of(
                        "Every role may create large objects, which belong to no schema: as superuser, REVOKE EXECUTE ON"
                                + " FUNCTION pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid),"
                                + " pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC")
                : List.of();
    }

    private void attributes(String login, List<String> problems) throws SQLException {
        if (asks(
                "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ? AND (rolsuper OR rolcreaterole OR rolcreatedb"
                        + " OR rolreplication OR rolbypassrls OR rolinherit))",
                login)) {
            problems.add(login + " has rights of its own (ALTER ROLE " + name(login)
                    + " NOSUPERUSER NOINHERIT NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS)");
        }
        if (asks("SELECT has_database_privilege(?, current_database(), 'CREATE')", login)) {
            problems.add(login + " may create schemas (REVOKE CREATE ON DATABASE " + name(connection.getCatalog())
                    + " FROM PUBLIC, " + name(login) + ")");
        }
    }

    private void ownership(String pool, List<String> problems) throws SQLException {
        if (asks(
                "SELECT EXISTS (SELECT FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid"
                        + " WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o' AND r.rolname = ?)",
                pool)) {
            problems.add(pool + " owns something (REASSIGN OWNED BY " + name(pool) + " TO another role)");
        }
        if (asks("SELECT has_database_privilege(?, current_database(), 'TEMPORARY')", pool)) {
            problems.add(pool + " may create temporary tables (REVOKE TEMPORARY ON DATABASE "
                    + name(connection.getCatalog()) + " FROM PUBLIC, " + name(pool) + ")");
        }
        if (asks("SELECT EXISTS (SELECT FROM pg_namespace WHERE has_schema_privilege(?, oid, 'CREATE'))", pool)) {
            problems.add(pool + " may create tables or functions in some schema (REVOKE CREATE ON SCHEMA public FROM"
                    + " PUBLIC, " + name(pool) + ")");
        }
    }

    private boolean asks(String question, String login) throws SQLException {
        // The search path is empty, and the catalogue is always on it.
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, login);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
