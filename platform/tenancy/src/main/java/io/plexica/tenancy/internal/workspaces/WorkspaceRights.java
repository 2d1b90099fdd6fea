package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the caller may do with workspaces: with {@code core:workspaces:read} see all, with {@code core:workspaces:write} change
 * all, as a member see this one, as its ADMIN change it. What a team lends counts for the workspace of the call alone.
 * Whoever is a VIEWER of a workspace changes nothing there, whatever workspace the call names, unless they are an admin of the
 * tenant. What the caller may not see looks as if it were not there.
 */
record WorkspaceRights(Workspaces workspaces) {

    static final String READ = "core:workspaces:read";
    static final String WRITE = "core:workspaces:write";
    static final String PEOPLE = "core:users:read";

    /** Whose workspaces a list is to show: the caller's alone, or everybody's when null. */
    @Nullable
    UUID onlyThoseOf() {
        ExecutionContext context = Contexts.require();
        Verdict verdict = context.grants().own().decide(READ, context.remoteAddress());
        return verdict == Verdict.ALLOW ? null : caller().id();
    }

    /** Demands that the caller may see a workspace. */
    void requireSight(String tenant, WorkspaceRow workspace) {
        if (!may(READ, workspace)
                && !may(WRITE, workspace)
                && role(tenant, workspace).isEmpty()) {
            throw Changes.notFound();
        }
    }

    /** Demands that the caller may change a workspace and its members. */
    void requireCare(String tenant, WorkspaceRow workspace) {
        requireSight(tenant, workspace);
        if (!maySeeAndChange(tenant, workspace)) {
            throw denied(WRITE, " or be an ADMIN of this workspace");
        }
        refuseViewer(tenant, workspace);
    }

    /** Demands that the caller may make or remove a workspace, which is more than to care for one. */
    void requireWrite(String tenant, WorkspaceRow workspace) {
        requireWrite(there(workspace), workspace.attributes());
        refuseViewer(tenant, workspace);
    }

    /** The same for a workspace that is yet to be, of which these attributes are known. */
    void requireWrite(Map<String, ?> attributes) {
        requireWrite(Contexts.require().grants().own(), attributes);
    }

    /** Whether the caller may see who the members are: addresses and names. */
    boolean maySeePeople(String tenant, WorkspaceRow workspace) {
        ExecutionContext context = Contexts.require();
        return context.grants().decide(PEOPLE, context.remoteAddress()) == Verdict.ALLOW
                || maySeeAndChange(tenant, workspace);
    }

    static PlexicaException denied(String key, String alternative) {
        return new PlexicaException(
                        ErrorCode.PERMISSION_DENIED,
                        "You need the permission " + key + alternative + "; ask an admin of your tenant")
                .with("requiredPermissions", List.of(key));
    }

    private boolean maySeeAndChange(String tenant, WorkspaceRow workspace) {
        return may(WRITE, workspace)
                || role(tenant, workspace).filter(WorkspaceRole.ADMIN::equals).isPresent();
    }

    private static void requireWrite(Grants grants, Map<String, ?> attributes) {
        ExecutionContext context = Contexts.require();
        context.obligations().meet(WRITE);
        if (!grants.allows(WRITE, attributes, context.remoteAddress())) {
            throw denied(WRITE, "");
        }
    }

    private static boolean may(String key, WorkspaceRow workspace) {
        return there(workspace)
                .allows(key, workspace.attributes(), Contexts.require().remoteAddress());
    }

    /** What counts for a workspace: what teams lend only where the call works in it. */
    private static Grants there(WorkspaceRow workspace) {
        ExecutionContext context = Contexts.require();
        WorkspaceInfo here = context.workspace();
        return here != null && here.id().equals(workspace.id())
                ? context.grants()
                : context.grants().own();
    }

    private void refuseViewer(String tenant, WorkspaceRow workspace) {
        if (!isTenantAdmin()
                && role(tenant, workspace).filter(WorkspaceRole.VIEWER::equals).isPresent()) {
            throw new PlexicaException(
                            ErrorCode.PERMISSION_DENIED,
                            "You are a VIEWER of this workspace, and viewers change nothing; ask one of its admins")
                    .with("requiredPermissions", List.of(WRITE));
        }
    }

    /** Admins of the tenant enter every workspace as its ADMIN, unlike whoever has the role admin through a team there. */
    private static boolean isTenantAdmin() {
        return caller().superAdmin()
                || Contexts.require().grants().own().roles().contains(Authorization.ADMIN);
    }

    private Optional<WorkspaceRole> role(String tenant, WorkspaceRow workspace) {
        return workspaces.of(tenant, caller().id()).stream()
                .filter(place -> place.workspace().id().equals(workspace.id()))
                .map(Membership::role)
                .findFirst();
    }

    private static Principal caller() {
        Principal principal = Contexts.require().principal();
        if (principal == null) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Sign in first");
        }
        return principal;
    }
}
