package io.plexica.tenancy.internal;

import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.TenantStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of tenants. */
final class TenantStore {

    private TenantStore() {}

    static List<TenantRow> all(Connection connection) throws SQLException {
        return query(connection, "SELECT * FROM core.tenants");
    }

    /** Tenants whose realm does not follow their status; those being made or removed have runners of their own. */
    static List<String> outOfSync(Connection connection) throws SQLException {
        return query(
                        connection,
                        "SELECT t.* FROM core.tenants t WHERE NOT realm_in_sync AND NOT EXISTS (SELECT FROM"
                                + " core.provisionings p WHERE p.slug = t.slug AND p.status IN ('RUNNING', 'UNDOING'))")
                .stream()
                .map(TenantRow::slug)
                .toList();
    }

    /** Tenants whose time to be restored is over. */
    static List<String> toPurge(Connection connection, Instant now) throws SQLException {
        return query(connection, "SELECT * FROM core.tenants WHERE status = 'PENDING_DELETION' AND purge_at <= ?", now)
                .stream()
                .map(TenantRow::slug)
                .toList();
    }

    static Optional<TenantRow> find(Connection connection, String slug) throws SQLException {
        return query(connection, "SELECT * FROM core.tenants WHERE slug = ?", slug).stream()
                .findFirst();
    }

    /** The slug of the tenant with an id. */
    static Optional<String> slugOf(Connection connection, UUID id) throws SQLException {
        return query(connection, "SELECT * FROM core.tenants WHERE id = ?", id).stream()
                .map(TenantRow::slug)
                .findFirst();
    }

    /** Finds a tenant and keeps others from changing it until this transaction ends. */
    static Optional<TenantRow> lock(Connection connection, String slug) throws SQLException {
        return query(connection, "SELECT * FROM core.tenants WHERE slug = ? FOR NO KEY UPDATE", slug).stream()
                .findFirst();
    }

    static boolean isRetired(Connection connection, String slug) throws SQLException {
        return Sql.finds(connection, "SELECT 1 FROM core.retired_slugs WHERE slug = ?", slug);
    }

    static int insert(Connection connection, TenantRow row) throws SQLException {
        return Sql.update(
                connection,
                "INSERT INTO core.tenants (id, slug, name, status, plan, settings, theme, tokens_not_before, created_at,"
                        + " updated_at) VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?)",
                row.id(),
                row.slug(),
                row.name(),
                row.status().name(),
                row.plan(),
                row.settings(),
                row.theme(),
                row.tokensNotBefore(),
                row.createdAt(),
                row.updatedAt());
    }

    /** Writes everything that can change and gives back what the table has now. */
    static TenantRow save(Connection connection, TenantRow row) throws SQLException {
        return query(
                        connection,
                        "UPDATE core.tenants SET name = ?, status = ?, plan = ?, settings = CAST(? AS jsonb),"
                                + " theme = CAST(? AS jsonb), tokens_not_before = ?, realm_in_sync = ?, status_before = ?,"
                                + " updated_at = ?, deleted_at = ?, purge_at = ?, version = version + 1 WHERE id = ? RETURNING *",
                        row.name(),
                        row.status().name(),
                        row.plan(),
                        row.settings(),
                        row.theme(),
                        row.tokensNotBefore(),
                        row.realmInSync(),
                        row.statusBefore() == null ? null : row.statusBefore().name(),
                        row.updatedAt(),
                        row.deletedAt(),
                        row.purgeAt(),
                        row.id())
                .get(0);
    }

    /** Notes that the realm follows the tenant's status, unless the tenant has changed since it was read. */
    static boolean markInSync(Connection connection, TenantRow row) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE core.tenants SET realm_in_sync = true WHERE id = ? AND version = ?",
                        row.id(),
                        row.version())
                == 1;
    }

    static int delete(Connection connection, UUID id) throws SQLException {
        return Sql.update(connection, "DELETE FROM core.tenants WHERE id = ?", id);
    }

    static int retire(Connection connection, TenantRow row) throws SQLException {
        return Sql.update(
                connection,
                "INSERT INTO core.retired_slugs (slug, tenant_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                row.slug(),
                row.id());
    }

    static List<TenantRow> query(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return Sql.list(connection, sql, TenantStore::read, values);
    }

    private static TenantRow read(ResultSet row) throws SQLException {
        String before = row.getString("status_before");
        return new TenantRow(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                TenantStatus.valueOf(row.getString("status")),
                row.getString("plan"),
                row.getString("settings"),
                row.getString("theme"),
                Sql.instant(row, "tokens_not_before"),
                row.getBoolean("realm_in_sync"),
                before == null ? null : TenantStatus.valueOf(before),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                Sql.moment(row, "deleted_at"),
                Sql.moment(row, "purge_at"));
    }
}
