package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of workspaces. */
final class WorkspaceStore {

    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(name)",
            "slug", "slug",
            "createdAt", "created_at",
            "updatedAt", "updated_at");
    private static final String WHERE = " FROM workspaces w WHERE (CAST(? AS uuid) IS NULL OR is_default OR EXISTS"
            + " (SELECT FROM workspace_members m WHERE m.workspace_id = w.id AND m.user_id = CAST(? AS uuid)))"
            + " AND (slug ILIKE ? OR name ILIKE ?)";

    private WorkspaceStore() {}

    /**
     * A page of the workspaces.
     *
     * @param member only those that this user belongs to; null for all
     */
    static Page<WorkspaceRow> page(Connection connection, @Nullable UUID member, PageQuery paging) throws SQLException {
        String order = paging.orderBy(SORTABLE, "is_default DESC, lower(name)");
        String like = Sql.anywhere(paging.text());
        String sql = "SELECT *" + WHERE + " ORDER BY " + order + ", id LIMIT " + paging.size() + " OFFSET "
                + paging.offset();
        return new Page<>(
                Sql.list(connection, sql, WorkspaceStore::read, member, member, like, like),
                paging.page(),
                paging.size(),
                Sql.count(connection, "SELECT count(*)" + WHERE, member, member, like, like));
    }

    static Optional<WorkspaceRow> find(Connection connection, UUID id) throws SQLException {
        return Sql.find(connection, "SELECT * FROM workspaces WHERE id = ?", WorkspaceStore::read, id);
    }

    static Optional<WorkspaceRow> find(Connection connection, String slug) throws SQLException {
        return Sql.find(connection, "SELECT * FROM workspaces WHERE slug = ?", WorkspaceStore::read, slug);
    }

    /** Finds a workspace and keeps others from changing it until this transaction ends. */
    static Optional<WorkspaceRow> lock(Connection connection, UUID id) throws SQLException {
        return Sql.find(connection, "SELECT * FROM workspaces WHERE id = ? FOR UPDATE", WorkspaceStore::read, id);
    }

    /** Adds a workspace, unless one has its slug. */
    static Optional<WorkspaceRow> insert(Connection connection, String slug, WorkspaceBody wanted) throws SQLException {
        return Sql.find(
                connection,
                "INSERT INTO workspaces (slug, name, description, settings) VALUES (?, ?, ?, CAST(? AS jsonb))"
                        + " ON CONFLICT (slug) DO NOTHING RETURNING *",
                WorkspaceStore::read,
                slug,
                wanted.tidyName(),
                wanted.tidyDescription(),
                wanted.settingsText());
    }

    /** Writes what people may edit and gives back what the table has now. */
    static WorkspaceRow save(Connection connection, WorkspaceRow row) throws SQLException {
        return Sql.list(
                        connection,
                        "UPDATE workspaces SET name = ?, description = ?, settings = CAST(? AS jsonb),"
                                + " version = version + 1, updated_at = now() WHERE id = ? RETURNING *",
                        WorkspaceStore::read,
                        row.name(),
                        row.description(),
                        row.settings(),
                        row.id())
                .get(0);
    }

    static int delete(Connection connection, UUID id) throws SQLException {
        return Sql.update(connection, "DELETE FROM workspaces WHERE id = ?", id);
    }

    private static WorkspaceRow read(ResultSet row) throws SQLException {
        return new WorkspaceRow(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("description"),
                row.getString("settings"),
                row.getBoolean("is_default"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
