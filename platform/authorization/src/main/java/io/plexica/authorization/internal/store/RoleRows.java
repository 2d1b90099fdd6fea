package io.plexica.authorization.internal.store;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roles of a tenant. */
public final class RoleRows {

    /** Who gave a key: the tenant itself. Anything else is a default of the platform's or of a plugin's. */
    public static final String TENANT = "tenant";

    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(r.name)", "system", "r.system", "createdAt", "r.created_at", "updatedAt", "r.updated_at");
    private static final String COLUMNS = "SELECT r.*, ARRAY(SELECT key FROM role_permissions p WHERE p.role_id = r.id"
            + " ORDER BY key) AS keys FROM roles r ";
    private static final String FOUND = "WHERE r.name ILIKE ? OR coalesce(r.description, '') ILIKE ?";

    private RoleRows() {}

    public static Page<Role> list(Connection connection, PageQuery paging) throws SQLException {
        String order = paging.orderBy(SORTABLE, "r.system DESC, lower(r.name)");
        String like = Sql.anywhere(paging.text());
        String limit = " ORDER BY " + order + ", r.id LIMIT " + paging.size() + " OFFSET " + paging.offset();
        return new Page<>(
                Sql.list(connection, COLUMNS + FOUND + limit, RoleRows::read, like, like),
                paging.page(),
                paging.size(),
                Sql.count(connection, "SELECT count(*) FROM roles r " + FOUND, like, like));
    }

    public static Optional<Role> find(Connection connection, UUID id) throws SQLException {
        return Sql.find(connection, COLUMNS + "WHERE r.id = ?", RoleRows::read, id);
    }

    public static Optional<Role> byName(Connection connection, String name) throws SQLException {
        return Sql.find(connection, COLUMNS + "WHERE lower(r.name) = lower(?)", RoleRows::read, name);
    }

    /** Keeps others from changing, deleting or assigning the role until the unit of work ends. */
    public static Optional<Role> lock(Connection connection, UUID id) throws SQLException {
        Sql.list(connection, "SELECT 1 FROM roles WHERE id = ? FOR UPDATE", row -> true, id);
        return find(connection, id);
    }

    public static List<String> names(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT name FROM roles ORDER BY lower(name)", row -> row.getString(1));
    }

    public static long count(Connection connection) throws SQLException {
        return Sql.count(connection, "SELECT count(*) FROM roles");
    }

    public static UUID insert(Connection connection, String name, @Nullable String description) throws SQLException {
        return Sql.find(
                        connection,
                        "INSERT INTO roles (name, description) VALUES (?, ?) RETURNING id",
                        row -> row.getObject(1, UUID.class),
                        name,
                        description)
                .orElseThrow();
    }

    public static void update(Connection connection, UUID id, String name, @Nullable String description)
            throws SQLException {
        Sql.update(
                connection,
                "UPDATE roles SET name = ?, description = ?, version = version + 1, updated_at = now() WHERE id = ?",
                name,
                description,
                id);
    }

    public static void delete(Connection connection, UUID id) throws SQLException {
        Sql.update(connection, "DELETE FROM roles WHERE id = ?", id);
    }

    /** Gives a role exactly these keys. Remembers which defaults the tenant takes away, and forgets those it gives back. */
    public static void setKeys(Connection connection, UUID id, Collection<String> before, Collection<String> keys)
            throws SQLException {
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(keys);
        Sql.update(
                connection,
                "WITH gone AS (DELETE FROM role_permissions WHERE role_id = ? AND key = ANY (?) RETURNING role_id, key,"
                        + " source) INSERT INTO role_removals SELECT role_id, key FROM gone WHERE source <> ?"
                        + " ON CONFLICT DO NOTHING",
                id,
                Sql.texts(connection, gone),
                TENANT);
        Set<String> added = new TreeSet<>(keys);
        added.removeAll(before);
        Sql.update(
                connection,
                "INSERT INTO role_permissions (role_id, key, source) SELECT ?, unnest(?), ?",
                id,
                Sql.texts(connection, added),
                TENANT);
        Sql.update(
                connection,
                "DELETE FROM role_removals WHERE role_id = ? AND key = ANY (?)",
                id,
                Sql.texts(connection, added));
    }

    private static Role read(ResultSet row) throws SQLException {
        return new Role(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                Sql.texts(row, "keys"),
                row.getBoolean("system"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
