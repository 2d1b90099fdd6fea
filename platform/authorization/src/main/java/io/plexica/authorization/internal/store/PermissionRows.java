package io.plexica.authorization.internal.store;

import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The permissions that a tenant knows, and what roles hold of them by default. */
public final class PermissionRows {

    private static final Map<String, String> SORTABLE = Map.of("key", "key", "name", "lower(name)", "source", "source");
    private static final String FOUND = " FROM permissions WHERE (CAST(? AS text) IS NULL OR source = ?)"
            + " AND (key ILIKE ? OR name ILIKE ? OR coalesce(description, '') ILIKE ?)";
    private static final String TOUCH =
            "UPDATE roles SET version = version + 1, updated_at = now() WHERE id IN (SELECT role_id FROM changed)";

    private PermissionRows() {}

    public static Page<PermissionRow> list(Connection connection, @Nullable String source, PageQuery paging)
            throws SQLException {
        String order = paging.orderBy(SORTABLE, "source <> 'core', source, key");
        String like = Sql.anywhere(paging.text());
        Object[] values = {source, source, like, like, like};
        String limit = " ORDER BY " + order + ", key LIMIT " + paging.size() + " OFFSET " + paging.offset();
        return new Page<>(
                Sql.list(connection, "SELECT *" + FOUND + limit, PermissionRows::read, values),
                paging.page(),
                paging.size(),
                Sql.count(connection, "SELECT count(*)" + FOUND, values));
    }

    /** The keys of all. */
    public static Set<String> keys(Connection connection) throws SQLException {
        return new HashSet<>(Sql.list(connection, "SELECT key FROM permissions", row -> row.getString(1)));
    }

    /** Writes the permissions of a source. Those that it no longer brings go, and with them what was granted by default. */
    public static void put(Connection connection, String source, List<Permission> permissions) throws SQLException {
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
        Sql.update(
                connection,
                "WITH gone AS (DELETE FROM permissions WHERE source = ? AND key <> ALL (?) RETURNING key, source),"
                        + " changed AS (DELETE FROM role_permissions r USING gone WHERE r.key = gone.key"
                        + " AND r.source = gone.source RETURNING role_id) "
                        + TOUCH,
                source,
                Sql.texts(connection, permissions.stream().map(Permission::key).toList()));
    }

    /**
     * Gives the system roles what permissions say they get by default.
     *
     * @param again whether they also get what the tenant has taken away from them
     */
    public static void grantDefaults(Connection connection, String source, List<Permission> permissions, boolean again)
            throws SQLException {
        for (Permission permission : permissions) {
            var roles = Sql.texts(connection, permission.defaultRoles());
            if (again) {
                Sql.update(
                        connection,
                        "DELETE FROM role_removals d USING roles r WHERE d.role_id = r.id AND d.key = ?"
                                + " AND r.system AND r.name = ANY (?)",
                        permission.key(),
                        roles);
            }
            Sql.update(
                    connection,
                    "WITH changed AS (INSERT INTO role_permissions (role_id, key, source) SELECT r.id, ?, ? FROM roles r"
                            + " WHERE r.system AND r.name = ANY (?) AND NOT EXISTS (SELECT 1 FROM role_removals d"
                            + " WHERE d.role_id = r.id AND d.key = ?) ON CONFLICT DO NOTHING RETURNING role_id) "
                            + TOUCH,
                    permission.key(),
                    source,
                    roles,
                    permission.key());
        }
    }

    /** Takes away a source's permissions and what was granted of them by default; what the tenant gave itself stays. */
    public static void remove(Connection connection, String source) throws SQLException {
        Sql.update(
                connection,
                "WITH changed AS (DELETE FROM role_permissions WHERE source = ? RETURNING role_id) " + TOUCH,
                source);
        Sql.update(connection, "DELETE FROM permissions WHERE source = ?", source);
    }

    private static PermissionRow read(ResultSet row) throws SQLException {
        return new PermissionRow(
                row.getString("key"),
                row.getString("name"),
                row.getString("description"),
                row.getString("source"),
                row.getBoolean("irreversible"));
    }
}
