package io.plexica.authorization.internal;

import io.plexica.api.manifest.PluginManifest.Permission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Permissions and what roles hold of them, in the tables of one tenant. */
final class PermissionStore {

    private PermissionStore() {}

    /** Writes the permissions of a source and takes away those that it no longer brings. */
    static int put(Connection connection, String source, List<Permission> permissions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO permissions"
                + " (key, name, description, source, irreversible) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (key) DO UPDATE SET name = excluded.name, description = excluded.description,"
                + " source = excluded.source, irreversible = excluded.irreversible")) {
            for (Permission permission : permissions) {
                statement.setString(1, permission.key());
                statement.setString(2, permission.name());
                statement.setString(3, permission.description());
                statement.setString(4, source);
                statement.setBoolean(5, permission.irreversible());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Object[] kept = permissions.stream().map(Permission::key).toArray();
        return update(
                connection,
                "WITH gone AS (DELETE FROM permissions WHERE source = ? AND key <> ALL (?) RETURNING key)"
                        + " DELETE FROM role_permissions r USING gone WHERE r.key = gone.key",
                source,
                connection.createArrayOf("text", kept));
    }

    static int grantDefaults(Connection connection, String source, List<Permission> permissions) throws SQLException {
        int granted = 0;
        for (Permission permission : permissions) {
            granted += update(
                    connection,
                    "INSERT INTO role_permissions (role_id, key, source) SELECT id, ?, ? FROM roles"
                            + " WHERE system AND name = ANY (?) ON CONFLICT DO NOTHING",
                    permission.key(),
                    source,
                    connection.createArrayOf("text", permission.defaultRoles().toArray()));
        }
        return granted;
    }

    /** Takes away all that lies under a plugin's id, wildcards too. */
    static int remove(Connection connection, String pluginId) throws SQLException {
        update(connection, "DELETE FROM role_permissions WHERE starts_with(key, ?)", pluginId + ":");
        return update(connection, "DELETE FROM permissions WHERE source = ?", pluginId);
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
