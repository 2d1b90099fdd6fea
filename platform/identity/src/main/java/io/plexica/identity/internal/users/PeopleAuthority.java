package io.plexica.identity.internal.users;

import io.plexica.identity.internal.Home;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who may lay hands on whom: nobody on people who may do more than they. Joins the unit of work. */
final class PeopleAuthority {

    private final Authorization authorization;
    private final Database database;

    PeopleAuthority(Authorization authorization, Database database) {
        this.authorization = authorization;
        this.database = database;
    }

    /**
     * Demands that the caller holds all that somebody's roles give, their teams' among them. Otherwise whoever may edit
     * people could take over an admin by another address and a new password.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code permission-denied} with what the caller lacks
     */
    void demand(Home home, UUID user) {
        String slug = home.slug();
        ExecutionContext context = Contexts.find();
        Principal caller = context == null ? null : context.principal();
        if (slug == null || caller == null || caller.id().equals(user)) {
            return;
        }
        Set<String> roles =
                new HashSet<>(authorization.rolesOf(slug, Set.of(user)).getOrDefault(user, Set.of()));
        authorization.rolesOfTeams(slug, teams(home, user)).values().forEach(roles::addAll);
        authorization.requireMayGive(slug, roles);
    }

    private List<UUID> teams(Home home, UUID user) {
        return home.with(
                database,
                connection -> Sql.list(
                        connection,
                        "SELECT team_id FROM team_members WHERE user_id = ?",
                        row -> row.getObject(1, UUID.class),
                        user));
    }
}
