package io.plexica.authorization.internal.store;

import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what somebody holds in a workspace, and by what way. */
public final class HeldRows {

    private static final String WAYS =
            "SELECT a.role_id, CAST(NULL AS text) AS team FROM user_roles a WHERE a.user_id = ?"
                    + " UNION SELECT a.role_id, t.name FROM team_members m JOIN teams t ON t.id = m.team_id"
                    + " JOIN team_roles a ON a.team_id = t.id WHERE m.user_id = ? AND t.workspace_id = ?";
    private static final String EFFECTIVE =
            "(position('*' in p.key) > 0" + " OR EXISTS (SELECT 1 FROM permissions k WHERE k.key = p.key))";

    private HeldRows() {}

    /** What somebody holds; in no workspace without what teams give. */
    public static Holdings of(Connection connection, UUID user, @Nullable UUID workspace) throws SQLException {
        Set<String> roles = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Set<String> ownRoles = new HashSet<>();
        Set<String> ownKeys = new HashSet<>();
        for (Grant grant : grants(connection, user, workspace)) {
            grant.addTo(roles, keys);
            if (grant.team() == null) {
                grant.addTo(ownRoles, ownKeys);
            }
        }
        Set<String> teams = workspace == null ? Set.of() : teams(connection, user, workspace);
        return new Holdings(roles, teams, keys, ownRoles, ownKeys);
    }

    /** Every way by which somebody holds every key. */
    public static List<Grant> grants(Connection connection, UUID user, @Nullable UUID workspace) throws SQLException {
        return Sql.list(
                connection,
                "SELECT r.name, w.team, p.key FROM (" + WAYS + ") w JOIN roles r ON r.id = w.role_id"
                        + " LEFT JOIN role_permissions p ON p.role_id = r.id AND " + EFFECTIVE
                        + " ORDER BY r.name, w.team NULLS FIRST, p.key",
                row -> new Grant(row.getString(1), row.getString(2), row.getString(3)),
                user,
                user,
                workspace);
    }

    private static Set<String> teams(Connection connection, UUID user, UUID workspace) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "SELECT CAST(t.id AS text) FROM team_members m JOIN teams t ON t.id = m.team_id WHERE m.user_id = ?"
                        + " AND t.workspace_id = ?",
                row -> row.getString(1),
                user,
                workspace));
    }

    /**
     * A key and the way by which it came.
     *
     * @param team the team that carries the role; null when it is the user's own
     * @param key null for a role that gives nothing
     */
    public record Grant(
            String role, @Nullable String team, @Nullable String key) {

        private void addTo(Set<String> roles, Set<String> keys) {
            roles.add(role);
            if (key != null) {
                keys.add(key);
            }
        }
    }
}
