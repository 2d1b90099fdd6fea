package io.plexica.spi.context;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a piece of work runs. Immutable; built once at the entry and never looked up again on the way.
 *
 * @param traceId ties logs, audit rows and the answer together
 * @param tenant where the work happens; null for work of the platform itself
 * @param workspace the part of the tenant; null outside one
 * @param workspaceRole what the caller may at most do there; null outside a workspace
 * @param principal who asks; null for nobody
 * @param grants what the principal may do in the tenant, and in the workspace where there is one
 * @param obligations permissions left open until the resource is known
 * @param plugin whose code runs; null for the platform's own
 * @param remoteAddress where the call came from; null for work that nobody called for
 */
public record ExecutionContext(
        String traceId,
        @Nullable Tenant tenant,
        @Nullable WorkspaceInfo workspace,
        @Nullable WorkspaceRole workspaceRole,
        @Nullable Principal principal,
        Grants grants,
        Obligations obligations,
        @Nullable PluginRef plugin,
        @Nullable String remoteAddress) {

    /** Work of the platform itself, outside any tenant. */
    public static ExecutionContext platform(String traceId) {
        return new ExecutionContext(traceId, null, null, null, null, Grants.NONE, new Obligations(), null, null);
    }

    /** The same work in another tenant, outside any workspace. */
    public ExecutionContext inTenant(@Nullable Tenant other) {
        return new ExecutionContext(traceId, other, null, null, principal, grants, obligations, plugin, remoteAddress);
    }

    /** The same work in a workspace, or outside any, with the rights that hold there. */
    public ExecutionContext inWorkspace(@Nullable Membership place, Grants there) {
        return new ExecutionContext(
                traceId,
                tenant,
                place == null ? null : place.workspace(),
                place == null ? null : place.role(),
                principal,
                there,
                obligations,
                plugin,
                remoteAddress);
    }

    /** The same work on behalf of somebody else. */
    public ExecutionContext as(@Nullable Principal other, Grants theirs) {
        return new ExecutionContext(
                traceId, tenant, workspace, workspaceRole, other, theirs, obligations, plugin, remoteAddress);
    }

    /** The same work in the code of a plugin. */
    public ExecutionContext inPlugin(@Nullable PluginRef other) {
        return new ExecutionContext(
                traceId, tenant, workspace, workspaceRole, principal, grants, obligations, other, remoteAddress);
    }
}
