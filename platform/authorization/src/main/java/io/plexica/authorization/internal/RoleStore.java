package io.plexica.authorization.internal;

import io.plexica.authorization.internal.GrantsCache.Held;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Roles of users in the tables of one tenant. */
final class RoleStore {

    private RoleStore() {}

    static Held held(Connection connection, UUID user) throws SQLException {
        Set<String> roles = new HashSet<>();
        Set<String> keys = new HashSet<>();
        String sql = "SELECT r.name, p.key FROM user_roles u JOIN roles r ON r.id = u.role_id"
                + " LEFT JOIN role_permissions p ON p.role_id = r.id WHERE u.user_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, user, Types.OTHER);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    roles.add(rows.getString(1));
                    String key = rows.getString(2);
                    if (key != null) {
                        keys.add(key);
                    }
                }
            }
        }
        return new Held(roles, keys);
    }

    static Set<String> rolesOf(Connection connection, UUID user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT r.name FROM user_roles u JOIN roles r ON r.id = u.role_id WHERE u.user_id = ?")) {
            statement.setObject(1, user, Types.OTHER);
            return names(statement);
        }
    }

    /** Those of the names that the tenant has. Locks them, so that none of them goes before they are assigned. */
    static Set<String> existing(Connection connection, Collection<String> names) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name FROM roles WHERE name = ANY (?) FOR KEY SHARE")) {
            statement.setArray(1, textArray(connection, names));
            return names(statement);
        }
    }

    static void replace(Connection connection, UUID user, Collection<String> names) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM user_roles WHERE user_id = ?")) {
            delete.setObject(1, user, Types.OTHER);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO user_roles (user_id, role_id) SELECT ?, id FROM roles WHERE name = ANY (?)"
                        + " ON CONFLICT DO NOTHING")) {
            insert.setObject(1, user, Types.OTHER);
            insert.setArray(2, textArray(connection, names));
            insert.executeUpdate();
        }
    }

    private static Array textArray(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Set<String> names(PreparedStatement statement) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
