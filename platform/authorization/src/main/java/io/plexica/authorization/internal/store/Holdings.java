package io.plexica.authorization.internal.store;

import java.util.Set;

/**
 * What somebody holds, as the tables say.
 *
 * @param roles names of roles, those through teams among them
 * @param teams ids of the teams in the workspace
 * @param keys keys and patterns that have an effect: keys of plugins that are not there have none
 * @param ownRoles those of the roles that are the user's own, everywhere in the tenant and not in one workspace alone
 * @param ownKeys those of the keys that these give
 */
public record Holdings(
        Set<String> roles, Set<String> teams, Set<String> keys, Set<String> ownRoles, Set<String> ownKeys) {

    /** Somebody who holds nothing through teams. */
    public Holdings(Set<String> roles, Set<String> teams, Set<String> keys) {
        this(roles, teams, keys, roles, keys);
    }

    public Holdings {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        keys = Set.copyOf(keys);
        ownRoles = Set.copyOf(ownRoles);
        ownKeys = Set.copyOf(ownKeys);
    }
}
