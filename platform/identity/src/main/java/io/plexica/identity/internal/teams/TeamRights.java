package io.plexica.identity.internal.teams;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may see and manage the members of a team: those with the permission, its members, and its ADMINs. */
final class TeamRights {

    static final String READ = "core:teams:read";
    static final String WRITE = "core:teams:write";

    private final Authorization authorization;
    private final Workspaces workspaces;
    private final TeamStore teams;
    private final TeamService service;

    TeamRights(Authorization authorization, Workspaces workspaces, Database database, TeamService service) {
        this.authorization = authorization;
        this.workspaces = workspaces;
        this.teams = new TeamStore(database);
        this.service = service;
    }

    /** Demands that the caller may see who is in a team. */
    void demandSight(String slug, UUID team) {
        if (!may(READ) && !may(WRITE) && own(slug, team).isEmpty()) {
            throw denied(READ, "belong to this team");
        }
    }

    /**
     * Demands that the caller may change who is in a team. Who comes in gets the team's roles, so that whoever is no ADMIN
     * of it must hold all that they give.
     */
    void demandCare(String slug, UUID team) {
        if (isAdmin(slug, team)) {
            return;
        }
        if (!may(WRITE)) {
            throw denied(WRITE, "be an ADMIN of this team");
        }
        authorization.requireMayGive(slug, service.roles(slug, team));
    }

    /** Who may only look in a workspace manages no team there. */
    private boolean isAdmin(String slug, UUID team) {
        return own(slug, team)
                .filter(member -> member.role() == TeamRole.ADMIN)
                .map(member -> service.get(slug, team).workspaceId())
                .filter(workspace -> workspaces.of(slug, caller().id()).stream()
                        .anyMatch(place ->
                                place.workspace().id().equals(workspace) && place.role() != WorkspaceRole.VIEWER))
                .isPresent();
    }

    private Optional<Member> own(String slug, UUID team) {
        return teams.member(slug, team, caller().id());
    }

    private static boolean may(String key) {
        ExecutionContext context = Contexts.require();
        return context.grants().decide(key, context.remoteAddress()) == Verdict.ALLOW;
    }

    private static Principal caller() {
        Principal principal = Contexts.require().principal();
        if (principal == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in first");
        }
        return principal;
    }

    private static PlexicaException denied(String key, String alternative) {
        return new PlexicaException(
                        ErrorCode.PERMISSION_DENIED,
                        "You need the permission " + key + ", or must " + alternative + "; ask an admin of your tenant")
                .with("requiredPermissions", List.of(key));
    }
}
