package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.TenantStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
        return query(
                        connection,
                        "SELECT * FROM core.tenants WHERE status = 'PENDING_DELETION' AND purge_at <= ?",
                        time(now))
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
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM core.retired_slugs WHERE slug = ?")) {
            statement.setString(1, slug);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static int insert(Connection connection, TenantRow row) throws SQLException {
        return update(
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
                time(row.tokensNotBefore()),
                time(row.createdAt()),
                time(row.updatedAt()));
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
                        time(row.tokensNotBefore()),
                        row.realmInSync(),
                        row.statusBefore() == null ? null : row.statusBefore().name(),
                        time(row.updatedAt()),
                        row.deletedAt() == null ? null : time(row.deletedAt()),
                        row.purgeAt() == null ? null : time(row.purgeAt()),
                        row.id())
                .get(0);
    }

    /** Notes that the realm follows the tenant's status, unless the tenant has changed since it was read. */
    static boolean markInSync(Connection connection, TenantRow row) throws SQLException {
        return update(
                        connection,
                        "UPDATE core.tenants SET realm_in_sync = true WHERE id = ? AND version = ?",
                        row.id(),
                        row.version())
                == 1;
    }

    static int delete(Connection connection, UUID id) throws SQLException {
        return update(connection, "DELETE FROM core.tenants WHERE id = ?", id);
    }

    static int retire(Connection connection, TenantRow row) throws SQLException {
        return update(
                connection,
                "INSERT INTO core.retired_slugs (slug, tenant_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                row.slug(),
                row.id());
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static List<TenantRow> query(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<TenantRow> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows));
                }
            }
            return found;
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof UUID id) {
                statement.setObject(i + 1, id, Types.OTHER);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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
                instant(row, "tokens_not_before"),
                row.getBoolean("realm_in_sync"),
                before == null ? null : TenantStatus.valueOf(before),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                optionalInstant(row, "deleted_at"),
                optionalInstant(row, "purge_at"));
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : instant(row, column);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
