package io.plexica.authorization.internal.store;

import java.util.Set;

/**
 * What somebody holds, as the tables say.
 *
 * @param roles names of roles, those through teams among them
 * @param teams ids of the teams in the workspace
 * @param keys keys and patterns that have an effect: keys of plugins that are not there have none
 * @param ownKeys those of them that the user's own roles give, everywhere in the tenant and not in one workspace alone
 */
public record Held(Set<String> roles, Set<String> teams, Set<String> keys, Set<String> ownKeys) {

    /** Somebody who holds nothing through teams. */
    public Held(Set<String> roles, Set<String> teams, Set<String> keys) {
        this(roles, teams, keys, keys);
    }

    public Held {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        keys = Set.copyOf(keys);
        ownKeys = Set.copyOf(ownKeys);
    }
}
