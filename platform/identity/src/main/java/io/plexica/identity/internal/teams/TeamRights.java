package io.plexica.identity.internal.teams;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may see and manage teams and their members: those with the permission, its members, and its ADMINs. What a team lends
 * counts for the teams of the workspace of the call alone.
 */
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

    /**
     * Of which workspace the caller may list the teams; null for all.
     *
     * @param asked the only one that the caller wants; null for all there are
     */
    @Nullable
    UUID visible(@Nullable UUID asked) {
        if (mayElsewhere(READ)) {
            return asked;
        }
        WorkspaceInfo here = Contexts.require().workspace();
        if (here == null || !may(READ, here.id()) || asked != null && !asked.equals(here.id())) {
            throw denied(READ, "work in the workspace of these teams, where a team of yours lends it");
        }
        return here.id();
    }

    /** Demands that the caller may see a team and who is in it. */
    void demandSight(String slug, UUID team) {
        UUID workspace = service.get(slug, team).workspaceId();
        if (!may(READ, workspace) && !may(WRITE, workspace) && own(slug, team).isEmpty()) {
            throw denied(READ, "belong to this team");
        }
    }

    /**
     * Demands that the caller may make, change and remove teams in a workspace.
     *
     * @param workspace the team's; null where it is still to be named
     */
    void demandWrite(String slug, @Nullable UUID workspace) {
        if (workspace != null && !may(WRITE, workspace)) {
            throw denied(WRITE, "work in the team's workspace, where a team of yours lends it");
        }
        demandHand(slug, workspace);
    }

    /**
     * Demands that the caller is not one who may only look in a workspace: that caps the caller's rights to its teams,
     * whatever workspace the call works in. Admins of the tenant enter every workspace as its ADMIN.
     */
    private void demandHand(String slug, @Nullable UUID workspace) {
        if (workspace == null || caller().superAdmin() || !looksOnly(slug, workspace) || isTenantAdmin(slug)) {
            return;
        }
        throw new PlexicaException(
                        ErrorCode.PERMISSION_DENIED,
                        "You are a VIEWER in the team's workspace and change no teams there; ask an admin of the workspace")
                .with("requiredPermissions", List.of(WRITE));
    }

    /**
     * Demands that the caller may change who is in a team. Who comes in gets the team's roles, so that whoever is no ADMIN
     * of it must hold all that they give.
     */
    void demandCare(String slug, UUID team) {
        UUID workspace = service.get(slug, team).workspaceId();
        demandHand(slug, workspace);
        if (isAdmin(slug, team)) {
            return;
        }
        if (!may(WRITE, workspace)) {
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

    private boolean looksOnly(String slug, UUID workspace) {
        return workspaces.of(slug, caller().id()).stream()
                .anyMatch(place -> place.workspace().id().equals(workspace) && place.role() == WorkspaceRole.VIEWER);
    }

    private boolean isTenantAdmin(String slug) {
        UUID id = caller().id();
        return authorization
                .rolesOf(slug, Set.of(id))
                .getOrDefault(id, Set.of())
                .contains(Authorization.ADMIN);
    }

    private Optional<Member> own(String slug, UUID team) {
        return teams.member(slug, team, caller().id());
    }

    private static boolean may(String key, UUID workspace) {
        WorkspaceInfo here = Contexts.require().workspace();
        return here != null && here.id().equals(workspace)
                ? may(Contexts.require().grants(), key)
                : mayElsewhere(key);
    }

    /** What the caller holds in the whole tenant. */
    private static boolean mayElsewhere(String key) {
        return may(Contexts.require().grants().own(), key);
    }

    private static boolean may(Grants grants, String key) {
        return grants.decide(key, Contexts.require().remoteAddress()) == Verdict.ALLOW;
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
