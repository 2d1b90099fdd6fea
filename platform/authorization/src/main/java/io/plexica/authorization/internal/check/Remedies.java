package io.plexica.authorization.internal.check;

import io.plexica.authorization.internal.check.Answer.Remedy;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.ReasonedDecision;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What would make it a yes, and how many people that would touch. */
record Remedies(Connection connection, CheckRequest question, Person person) {

    private static final int ENOUGH = 3;

    List<Remedy> of(ReasonedDecision finding, boolean capped) throws SQLException {
        Policy policy = finding.policy();
        if (policy != null) {
            return List.of(new Remedy("Change the policy '" + policy.name() + "'", holdersOf(policy.permission())));
        }
        Membership place = question.place();
        if (capped && place != null) {
            return List.of(new Remedy(
                    "Make " + person.name() + " a MEMBER of "
                            + place.workspace().name(),
                    1));
        }
        List<Remedy> remedies = new ArrayList<>();
        for (RoleKey granting : granting(question.permission())) {
            remedies.add(new Remedy("Give " + person.name() + " the role " + granting.name(), 1));
            if (remedies.size() == ENOUGH) {
                break;
            }
        }
        return remedies;
    }

    /** Roles that grant a permission; the one that gives least, the one with the longest pattern, first. */
    private List<RoleKey> granting(String permission) throws SQLException {
        Set<UUID> seen = new LinkedHashSet<>();
        return keys("ORDER BY position('*' in p.key) > 0, length(p.key) DESC, r.name").stream()
                .filter(role -> PermissionKeys.covers(role.key(), permission))
                .filter(role -> seen.add(role.id()))
                .toList();
    }

    /** How many people hold something of a pattern, by themselves or through a team. */
    private long holdersOf(String pattern) throws SQLException {
        Set<UUID> roles = new LinkedHashSet<>();
        keys("ORDER BY r.name").stream()
                .filter(role -> PermissionKeys.overlap(role.key(), pattern))
                .forEach(role -> roles.add(role.id()));
        return Sql.count(
                connection,
                "SELECT count(*) FROM (SELECT user_id FROM user_roles WHERE role_id = ANY (?) UNION SELECT m.user_id"
                        + " FROM team_roles t JOIN team_members m ON m.team_id = t.team_id WHERE t.role_id = ANY (?)) h",
                Sql.ids(connection, roles),
                Sql.ids(connection, roles));
    }

    private List<RoleKey> keys(String order) throws SQLException {
        return Sql.list(
                connection,
                "SELECT r.id, r.name, p.key FROM roles r JOIN role_permissions p ON p.role_id = r.id " + order,
                row -> new RoleKey(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
    }

    private record RoleKey(UUID id, String name, String key) {}
}
