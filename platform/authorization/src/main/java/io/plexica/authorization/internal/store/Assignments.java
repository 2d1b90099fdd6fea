package io.plexica.authorization.internal.store;

import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Who holds which roles: users in {@code user_roles}, teams in {@code team_roles}. */
public enum Assignments {
    USERS("user_roles", "user_id", "SELECT email FROM users", "user"),
    TEAMS("team_roles", "team_id", "SELECT name FROM teams", "team");

    private static final int ENOUGH = 20;
    private static final String ABLE = "u.status = 'ACTIVE' AND (u.has_password OR u.last_seen_at IS NOT NULL)";

    private final String table;
    private final String column;
    private final String names;
    private final String word;

    Assignments(String table, String column, String names, String word) {
        this.table = table;
        this.column = column;
        this.names = names;
        this.word = word;
    }

    /** What one of these is called: user or team. */
    public String word() {
        return word;
    }

    /** What some of those are called that hold a role: addresses of users, names of teams. */
    public List<String> names(Connection connection, String role) throws SQLException {
        return Sql.list(
                connection,
                names + " h WHERE EXISTS (SELECT 1 FROM " + table + " a JOIN roles r ON r.id = a.role_id WHERE a."
                        + column + " = h.id AND r.name = ?) ORDER BY 1 LIMIT " + ENOUGH,
                row -> row.getString(1),
                role);
    }

    /** The names of the roles of each of these; none is missing from the map. */
    public Map<UUID, Set<String>> of(Connection connection, Collection<UUID> holders) throws SQLException {
        Map<UUID, Set<String>> held = new HashMap<>();
        holders.forEach(holder -> held.put(holder, new TreeSet<>()));
        Sql.list(
                connection,
                "SELECT a." + column + ", r.name FROM " + table + " a JOIN roles r ON r.id = a.role_id WHERE a."
                        + column + " = ANY (?)",
                row -> held.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeSet<>())
                        .add(row.getString(2)),
                Sql.ids(connection, held.keySet()));
        return held;
    }

    /** Those that hold a role. */
    public Set<UUID> holders(Connection connection, String role) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "SELECT a." + column + " FROM " + table + " a JOIN roles r ON r.id = a.role_id WHERE r.name = ?",
                row -> row.getObject(1, UUID.class),
                role));
    }

    /** Gives one exactly these roles. */
    public void replace(Connection connection, UUID holder, Collection<String> names) throws SQLException {
        Sql.update(connection, "DELETE FROM " + table + " WHERE " + column + " = ?", holder);
        Sql.update(
                connection,
                "INSERT INTO " + table + " (" + column + ", role_id) SELECT ?, id FROM roles WHERE name = ANY (?)",
                holder,
                Sql.texts(connection, names));
    }

    /** Those of the names that the tenant has. Locks them, so that none of them goes before it is assigned. */
    public static Set<String> existing(Connection connection, Collection<String> names) throws SQLException {
        return new TreeSet<>(Sql.list(
                connection,
                "SELECT name FROM roles WHERE name = ANY (?) ORDER BY id FOR KEY SHARE",
                row -> row.getString(1),
                Sql.texts(connection, names)));
    }

    /** All keys that these roles give. */
    public static List<String> keys(Connection connection, Collection<String> names) throws SQLException {
        return Sql.list(
                connection,
                "SELECT DISTINCT p.key FROM roles r JOIN role_permissions p ON p.role_id = r.id WHERE r.name = ANY (?)",
                row -> row.getString(1),
                Sql.texts(connection, names));
    }

    /**
     * Whether somebody holds a role while nobody else who can come in does: nobody active, or none who ever had a password or
     * was here. Waits for others who ask the same of the role, and lets assignments pass that only refer to it.
     */
    public static boolean isLast(Connection connection, String role, UUID holder) throws SQLException {
        Sql.list(connection, "SELECT 1 FROM roles WHERE name = ? FOR NO KEY UPDATE", row -> true, role);
        String held = "FROM user_roles a JOIN roles r ON r.id = a.role_id JOIN users u ON u.id = a.user_id"
                + " WHERE r.name = ? AND ";
        return Sql.count(connection, "SELECT count(*) " + held + "u.id = ?", role, holder) > 0
                && Sql.count(connection, "SELECT count(*) " + held + "u.id <> ? AND " + ABLE, role, holder) == 0;
    }
}
