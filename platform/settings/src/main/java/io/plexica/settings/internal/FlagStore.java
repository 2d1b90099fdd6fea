package io.plexica.settings.internal;

import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

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
        Sql.update(
                connection,
                "INSERT INTO core.feature_flags (key, description, enabled, plans) VALUES (?, ?, ?, ?)",
                flag.key(),
                flag.description(),
                flag.enabled(),
                flag.plans().toArray(new String[0]));
        return withTenants(connection, flag);
    }

    static Flag save(Connection connection, Flag flag) throws SQLException {
        Sql.update(
                connection,
                "UPDATE core.feature_flags SET description = ?, enabled = ?, plans = ?, version = version + 1,"
                        + " updated_at = now() WHERE key = ?",
                flag.description(),
                flag.enabled(),
                flag.plans().toArray(new String[0]),
                flag.key());
        Sql.update(connection, "DELETE FROM core.feature_flag_tenants WHERE flag_key = ?", flag.key());
        return withTenants(connection, flag);
    }

    static int delete(Connection connection, String key) throws SQLException {
        return Sql.update(connection, "DELETE FROM core.feature_flags WHERE key = ?", key);
    }

    private static Flag withTenants(Connection connection, Flag flag) throws SQLException {
        for (Map.Entry<String, Boolean> tenant : flag.tenants().entrySet()) {
            Sql.update(
                    connection,
                    "INSERT INTO core.feature_flag_tenants (flag_key, tenant_slug, enabled) VALUES (?, ?, ?)",
                    flag.key(),
                    tenant.getKey(),
                    tenant.getValue());
        }
        return lock(connection, flag.key()).orElseThrow();
    }

    /** The flags come first: who waits for the lock of one must not have read before what was decided for its tenants. */
    private static List<Flag> query(Connection connection, String flags, String tenants, Object... values)
            throws SQLException {
        List<Flag> found = Sql.list(connection, flags, FlagStore::read, values);
        Map<String, Map<String, Boolean>> decided = new HashMap<>();
        Sql.list(
                connection,
                tenants,
                row -> decided.computeIfAbsent(row.getString("flag_key"), key -> new HashMap<>())
                        .put(row.getString("tenant_slug"), row.getBoolean("enabled")),
                values);
        return found.stream()
                .map(flag -> flag.with(decided.getOrDefault(flag.key(), Map.of())))
                .toList();
    }

    private static Flag read(ResultSet row) throws SQLException {
        String[] plans = (String[]) row.getArray("plans").getArray();
        return new Flag(
                row.getString("key"),
                row.getString("description"),
                row.getBoolean("enabled"),
                new TreeMap<>(),
                new TreeSet<>(List.of(plans)),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
