package io.plexica.identity.internal.keys;

import io.plexica.identity.internal.keys.ApiKey.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    /** One after the other for each tenant, so that the count holds. */
    private static final String COUNT = "SELECT pg_advisory_xact_lock(hashtext('plexica-api-keys'), hashtext(?)),"
            + " (SELECT count(*) FROM api_keys WHERE " + OWN + ")";

    private static final String INSERT = "INSERT INTO api_keys (id, tenant, name, permissions, secret_hash, expires_at,"
            + " created_by, created_by_email) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING " + COLUMNS;
    private static final String UPDATE = "UPDATE api_keys SET name = ?, permissions = ?, secret_hash = ?,"
            + " old_secret_hash = ?, old_secret_until = ?, expires_at = ?, version = version + 1, updated_at = now()"
            + " WHERE id = ? RETURNING " + COLUMNS;
    private static final String USED = "UPDATE api_keys SET last_used_at = greatest(last_used_at, ?) WHERE id = ?";

    private ApiKeyRows() {}

    static Optional<ApiKey> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "id = ?")) {
            select.setObject(1, id);
            return first(select);
        }
    }

    /** One of a tenant's keys, locked until the unit of work ends. */
    static Optional<ApiKey> lock(Connection connection, @Nullable String tenant, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + OWN + " AND id = ? FOR UPDATE")) {
            select.setString(1, tenant);
            select.setObject(2, id);
            return first(select);
        }
    }

    static List<ApiKey> list(
            Connection connection, @Nullable String tenant, String text, String order, int size, int offset)
            throws SQLException {
        String page = " ORDER BY " + order + ", id LIMIT ? OFFSET ?";
        try (PreparedStatement select = connection.prepareStatement(SELECT + FOUND + page)) {
            select.setString(1, tenant);
            select.setString(2, text);
            select.setString(3, text);
            select.setInt(4, size);
            select.setInt(5, offset);
            return all(select);
        }
    }

    static long count(Connection connection, @Nullable String tenant, String text) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM api_keys WHERE " + FOUND)) {
            select.setString(1, tenant);
            select.setString(2, text);
            select.setString(3, text);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** How many keys a tenant has; nobody else can count, and so add, until the unit of work ends. */
    static long countForMore(Connection connection, @Nullable String tenant) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setString(1, tenant == null ? "" : tenant);
            select.setString(2, tenant);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(2);
            }
        }
    }

    static ApiKey insert(Connection connection, ApiKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, key.id());
            insert.setString(2, key.tenant());
            insert.setString(3, key.name());
            insert.setArray(4, texts(connection, key.permissions()));
            insert.setBytes(5, key.secrets().hash());
            insert.setObject(6, at(key.expiresAt()));
            insert.setObject(7, key.createdBy());
            insert.setString(8, key.createdByEmail());
            return first(insert).orElseThrow();
        }
    }

    static ApiKey update(Connection connection, ApiKey key) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, key.name());
            update.setArray(2, texts(connection, key.permissions()));
            update.setBytes(3, key.secrets().hash());
            update.setBytes(4, key.secrets().before());
            update.setObject(5, at(key.secrets().beforeUntil()));
            update.setObject(6, at(key.expiresAt()));
            update.setObject(7, key.id());
            return first(update).orElseThrow();
        }
    }

    static int delete(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM api_keys WHERE id = ?")) {
            delete.setObject(1, id);
            return delete.executeUpdate();
        }
    }

    static int used(Connection connection, Map<UUID, Instant> uses) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(USED)) {
            for (Map.Entry<UUID, Instant> use : uses.entrySet()) {
                update.setObject(1, at(use.getValue()));
                update.setObject(2, use.getKey());
                update.addBatch();
            }
            return update.executeBatch().length;
        }
    }

    private static Optional<ApiKey> first(PreparedStatement select) throws SQLException {
        return all(select).stream().findFirst();
    }

    private static List<ApiKey> all(PreparedStatement select) throws SQLException {
        List<ApiKey> keys = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                keys.add(key(row));
            }
        }
        return keys;
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                row.getString("name"),
                Set.of((String[]) row.getArray("permissions").getArray()),
                new Secrets(
                        row.getBytes("secret_hash"), row.getBytes("old_secret_hash"), moment(row, "old_secret_until")),
                moment(row, "expires_at"),
                moment(row, "last_used_at"),
                row.getObject("created_by", UUID.class),
                row.getString("created_by_email"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static java.sql.Array texts(Connection connection, Set<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.stream().sorted().toArray());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
