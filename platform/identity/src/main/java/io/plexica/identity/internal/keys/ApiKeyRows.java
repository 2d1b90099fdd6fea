package io.plexica.identity.internal.keys;

import io.plexica.identity.internal.keys.ApiKey.Secrets;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements on {@code core.api_keys}. */
final class ApiKeyRows {

    private static final String COLUMNS =
            "id, tenant, name, permissions, secret_hash, old_secret_hash, old_secret_until,"
                    + " expires_at, last_used_at, created_by, created_by_email, version, created_at, updated_at";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM api_keys WHERE ";
    private static final String OWN = "tenant IS NOT DISTINCT FROM ?";
    private static final String FOUND = OWN + " AND (? = '' OR strpos(lower(name), lower(?)) > 0)";

    private static final String INSERT = "INSERT INTO api_keys (id, tenant, name, permissions, secret_hash, expires_at,"
            + " created_by, created_by_email) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING " + COLUMNS;
    private static final String UPDATE = "UPDATE api_keys SET name = ?, permissions = ?, secret_hash = ?,"
            + " old_secret_hash = ?, old_secret_until = ?, expires_at = ?, version = version + 1, updated_at = now()"
            + " WHERE id = ? RETURNING " + COLUMNS;
    private static final String USED = "UPDATE api_keys SET last_used_at = greatest(last_used_at, ?) WHERE id = ?";

    private ApiKeyRows() {}

    static Optional<ApiKey> find(Connection connection, UUID id) throws SQLException {
        return Sql.find(connection, SELECT + "id = ?", ApiKeyRows::key, id);
    }

    /** One of a tenant's keys, locked until the unit of work ends. */
    static Optional<ApiKey> lock(Connection connection, @Nullable String tenant, UUID id) throws SQLException {
        return Sql.find(connection, SELECT + OWN + " AND id = ? FOR UPDATE", ApiKeyRows::key, tenant, id);
    }

    static List<ApiKey> list(
            Connection connection, @Nullable String tenant, String text, String order, int size, int offset)
            throws SQLException {
        String sql = SELECT + FOUND + " ORDER BY " + order + ", id LIMIT ? OFFSET ?";
        return Sql.list(connection, sql, ApiKeyRows::key, tenant, text, text, size, offset);
    }

    static long count(Connection connection, @Nullable String tenant, String text) throws SQLException {
        return Sql.count(connection, "SELECT count(*) FROM api_keys WHERE " + FOUND, tenant, text, text);
    }

    /** How many keys a tenant has; nobody else can count, and so add, until the unit of work ends. */
    static long countForMore(Connection connection, @Nullable String tenant) throws SQLException {
        String sql = "SELECT pg_advisory_xact_lock(hashtext('plexica-api-keys'), hashtext(?))";
        Sql.finds(connection, sql, tenant == null ? "" : tenant);
        return Sql.count(connection, "SELECT count(*) FROM api_keys WHERE " + OWN, tenant);
    }

    static ApiKey insert(Connection connection, ApiKey key) throws SQLException {
        return Sql.find(
                        connection,
                        INSERT,
                        ApiKeyRows::key,
                        key.id(),
                        key.tenant(),
                        key.name(),
                        texts(key.permissions()),
                        key.secrets().hash(),
                        key.expiresAt(),
                        key.createdBy(),
                        key.createdByEmail())
                .orElseThrow();
    }

    static ApiKey update(Connection connection, ApiKey key) throws SQLException {
        return Sql.find(
                        connection,
                        UPDATE,
                        ApiKeyRows::key,
                        key.name(),
                        texts(key.permissions()),
                        key.secrets().hash(),
                        key.secrets().before(),
                        key.secrets().beforeUntil(),
                        key.expiresAt(),
                        key.id())
                .orElseThrow();
    }

    static int delete(Connection connection, UUID id) throws SQLException {
        return Sql.update(connection, "DELETE FROM api_keys WHERE id = ?", id);
    }

    static int used(Connection connection, Map<UUID, Instant> uses) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(USED)) {
            for (Map.Entry<UUID, Instant> use : uses.entrySet()) {
                update.setObject(1, use.getValue().atOffset(ZoneOffset.UTC));
                update.setObject(2, use.getKey());
                update.addBatch();
            }
            return update.executeBatch().length;
        }
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                row.getString("name"),
                Set.of((String[]) row.getArray("permissions").getArray()),
                new Secrets(
                        row.getBytes("secret_hash"),
                        row.getBytes("old_secret_hash"),
                        Sql.moment(row, "old_secret_until")),
                Sql.moment(row, "expires_at"),
                Sql.moment(row, "last_used_at"),
                row.getObject("created_by", UUID.class),
                row.getString("created_by_email"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    private static String[] texts(Set<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }
}
