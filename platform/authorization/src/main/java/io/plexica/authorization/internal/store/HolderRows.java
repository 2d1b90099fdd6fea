package io.plexica.authorization.internal.store;

import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.authorization.PluginPermissions.Holders;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who would hold permissions, through which roles. */
public final class HolderRows {

    private static final String ROLES = "SELECT r.id, r.name, r.system,"
            + " ARRAY(SELECT p.key FROM role_permissions p WHERE p.role_id = r.id) AS keys,"
            + " ARRAY(SELECT d.key FROM role_removals d WHERE d.role_id = r.id) AS removed"
            + " FROM roles r ORDER BY r.system DESC, lower(r.name)";
    private static final String KEYS = "SELECT role_id, key FROM role_permissions";
    private static final String WHO = "SELECT user_id FROM user_roles WHERE role_id = ANY (?)"
            + " UNION SELECT m.user_id FROM team_members m JOIN team_roles t ON t.team_id = m.team_id"
            + " WHERE t.role_id = ANY (?)";
    private static final String PEOPLE = "SELECT count(*) FROM (" + WHO + ") people";

    private final Connection connection;
    private final boolean defaults;
    private final boolean again;
    private final Map<Set<UUID>, Integer> people = new HashMap<>();

    /**
     * Looks in a tenant's tables.
     *
     * @param defaults whether roles get what permissions say they get by default
     * @param again whether also what the tenant has taken away from them
     */
    public HolderRows(Connection connection, boolean defaults, boolean again) {
        this.connection = connection;
        this.defaults = defaults;
        this.again = again;
    }

    /** The users to whom roles, their own and those of their teams, give a permission. */
    public static Set<UUID> people(Connection connection, String permission) throws SQLException {
        Set<UUID> roles = new HashSet<>();
        Sql.list(
                connection,
                KEYS,
                row -> PermissionKeys.covers(row.getString(2), permission) && roles.add(row.getObject(1, UUID.class)));
        return new HashSet<>(Sql.list(
                connection,
                WHO,
                row -> row.getObject(1, UUID.class),
                Sql.ids(connection, roles),
                Sql.ids(connection, roles)));
    }

    /** The holders of each of these. */
    public List<Holders> of(List<Permission> permissions) throws SQLException {
        List<Candidate> roles = Sql.list(
                connection,
                ROLES,
                row -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("system"),
                        Set.copyOf(Sql.texts(row, "keys")),
                        Set.copyOf(Sql.texts(row, "removed"))));
        List<Holders> all = new ArrayList<>();
        for (Permission permission : permissions) {
            List<Candidate> holding =
                    roles.stream().filter(role -> holds(role, permission)).toList();
            all.add(new Holders(
                    permission.key(), holding.stream().map(Candidate::name).toList(), people(holding)));
        }
        return all;
    }

    private boolean holds(Candidate role, Permission permission) {
        boolean byDefault = defaults
                && role.system()
                && permission.defaultRoles().contains(role.name())
                && (again || !role.removed().contains(permission.key()));
        return byDefault || role.keys().stream().anyMatch(held -> PermissionKeys.covers(held, permission.key()));
    }

    private int people(List<Candidate> roles) throws SQLException {
        Set<UUID> ids = Set.copyOf(roles.stream().map(Candidate::id).toList());
        Integer known = people.get(ids);
        if (known == null) {
            known = Math.toIntExact(Sql.count(connection, PEOPLE, Sql.ids(connection, ids), Sql.ids(connection, ids)));
            people.put(ids, known);
        }
        return known;
    }

    private record Candidate(UUID id, String name, boolean system, Set<String> keys, Set<String> removed) {}
}
