package io.plexica.data.internal.schema;

import io.plexica.spi.data.SchemaNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code core.data_roles}: which role stands for which tenant and plugin. */
final class RoleTable {

    private final Connection connection;

    RoleTable(Connection connection) {
        this.connection = connection;
    }

    void enter(String role, String slug, @Nullable String pluginId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO core.data_roles (role_name, tenant_slug, plugin_id) VALUES (?, ?, ?)"
                        + " ON CONFLICT (role_name) DO NOTHING")) {
            statement.setString(1, role);
            statement.setString(2, slug);
            statement.setString(3, pluginId);
            statement.execute();
        }
    }

    /** Keeps a tenant from being removed until the transaction ends; false when it is not there any more. */
    boolean hold(String slug) throws SQLException {
        return !texts("SELECT 1 FROM core.data_roles WHERE role_name = ? FOR KEY SHARE", SchemaNames.tenant(slug))
                .isEmpty();
    }

    void strike(String role) throws SQLException {
        delete("DELETE FROM core.data_roles WHERE role_name = ?", role);
    }

    /** Forgets up to which migration a schema had come. */
    void strikeLevels(String schema) throws SQLException {
        delete("DELETE FROM core.data_levels WHERE schema_name = ?", schema);
    }

    List<String> plugins(String slug) throws SQLException {
        return texts("SELECT plugin_id FROM core.data_roles WHERE tenant_slug = ? AND plugin_id IS NOT NULL", slug);
    }

    /** The tenants whose tables of a room do not come from exactly these files. */
    List<String> tenantsBehind(String room, String fingerprint) throws SQLException {
        return texts(
                "SELECT r.tenant_slug FROM core.data_roles r WHERE r.plugin_id IS NULL AND NOT EXISTS (SELECT FROM"
                        + " core.data_levels l WHERE l.schema_name = r.role_name AND l.room = ? AND l.fingerprint = ?)"
                        + " ORDER BY 1",
                room,
                fingerprint);
    }

    /** Whether a schema's tables of a room come from exactly these files. */
    boolean hasLevel(String schema, String room, String fingerprint) throws SQLException {
        return !texts(
                        "SELECT room FROM core.data_levels WHERE schema_name = ? AND room = ? AND fingerprint = ?",
                        schema,
                        room,
                        fingerprint)
                .isEmpty();
    }

    void enterLevel(String schema, String room, String fingerprint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO core.data_levels (schema_name, room, fingerprint) VALUES (?, ?, ?)"
                        + " ON CONFLICT (schema_name, room) DO UPDATE SET fingerprint = excluded.fingerprint, at = now()")) {
            statement.setString(1, schema);
            statement.setString(2, room);
            statement.setString(3, fingerprint);
            statement.execute();
        }
    }

    private void delete(String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            statement.execute();
        }
    }

    private List<String> texts(String sql, String... arguments) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }
}
