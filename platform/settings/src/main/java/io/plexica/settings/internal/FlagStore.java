package io.plexica.settings.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tables of flags. */
final class FlagStore {

    private FlagStore() {}

    static List<Flag> all(Connection connection) throws SQLException {
        return query(connection, "SELECT * FROM core.feature_flags", "SELECT * FROM core.feature_flag_tenants");
    }

    /** Finds a flag and keeps others from changing it until this transaction ends. */
    static Optional<Flag> lock(Connection connection, String key) throws SQLException {
        return query(
                        connection,
                        "SELECT * FROM core.feature_flags WHERE key = ? FOR UPDATE",
                        "SELECT * FROM core.feature_flag_tenants WHERE flag_key = ?",
                        key)
                .stream()
                .findFirst();
    }

    static Flag insert(Connection connection, Flag flag) throws SQLException {
        update(
                connection,
                "INSERT INTO core.feature_flags (key, description, enabled, plans) VALUES (?, ?, ?, ?)",
                flag.key(),
                flag.description(),
                flag.enabled(),
                flag.plans().toArray(new String[0]));
        return withTenants(connection, flag);
    }

    static Flag save(Connection connection, Flag flag) throws SQLException {
        update(
                connection,
                "UPDATE core.feature_flags SET description = ?, enabled = ?, plans = ?, version = version + 1,"
                        + " updated_at = now() WHERE key = ?",
                flag.description(),
                flag.enabled(),
                flag.plans().toArray(new String[0]),
                flag.key());
        update(connection, "DELETE FROM core.feature_flag_tenants WHERE flag_key = ?", flag.key());
        return withTenants(connection, flag);
    }

    static int delete(Connection connection, String key) throws SQLException {
        return update(connection, "DELETE FROM core.feature_flags WHERE key = ?", key);
    }

    private static Flag withTenants(Connection connection, Flag flag) throws SQLException {
        for (Map.Entry<String, Boolean> tenant : flag.tenants().entrySet()) {
            update(
                    connection,
                    "INSERT INTO core.feature_flag_tenants (flag_key, tenant_slug, enabled) VALUES (?, ?, ?)",
                    flag.key(),
                    tenant.getKey(),
                    tenant.getValue());
        }
        return lock(connection, flag.key()).orElseThrow();
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        }
    }

    private static List<Flag> query(Connection connection, String flags, String tenants, Object... values)
            throws SQLException {
        List<Flag> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(flags)) {
            bind(connection, statement, values);
            Map<String, SortedMap<String, Boolean>> decided = null;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    decided = decided == null ? tenants(connection, tenants, values) : decided;
                    found.add(read(rows, decided.getOrDefault(rows.getString("key"), new TreeMap<>())));
                }
            }
        }
        return found;
    }

    private static Map<String, SortedMap<String, Boolean>> tenants(Connection connection, String sql, Object... values)
            throws SQLException {
        Map<String, SortedMap<String, Boolean>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString("flag_key"), key -> new TreeMap<>())
                            .put(rows.getString("tenant_slug"), rows.getBoolean("enabled"));
                }
            }
        }
        return found;
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    private static Flag read(ResultSet row, SortedMap<String, Boolean> tenants) throws SQLException {
        String[] plans = (String[]) row.getArray("plans").getArray();
        return new Flag(
                row.getString("key"),
                row.getString("description"),
                row.getBoolean("enabled"),
                tenants,
                new TreeSet<>(List.of(plans)),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
