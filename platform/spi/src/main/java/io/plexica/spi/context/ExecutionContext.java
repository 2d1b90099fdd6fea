package io.plexica.spi.context;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a piece of work runs. Immutable; built once at the entry and never looked up again on the way.
 *
 * @param traceId ties logs, audit rows and the answer together
 * @param tenant where the work happens; null for work of the platform itself
 * @param workspace the part of the tenant; null outside one
 * @param principal who asks; null for nobody
 * @param grants what the principal may do in the tenant
 * @param plugin whose code runs; null for the platform's own
 * @param remoteAddress where the call came from; null for work that nobody called for
 */
public record ExecutionContext(
        String traceId,
        @Nullable Tenant tenant,
        @Nullable WorkspaceInfo workspace,
        @Nullable Principal principal,
        Grants grants,
        @Nullable PluginRef plugin,
        @Nullable String remoteAddress) {

    /** Work of the platform itself, outside any tenant. */
    public static ExecutionContext platform(String traceId) {
        return new ExecutionContext(traceId, null, null, null, Grants.NONE, null, null);
    }

    /** The same work in another tenant, outside any workspace. */
    public ExecutionContext inTenant(@Nullable Tenant other) {
        return new ExecutionContext(traceId, other, null, principal, grants, plugin, remoteAddress);
    }

    /** The same work on behalf of somebody else. */
    public ExecutionContext as(@Nullable Principal other, Grants theirs) {
        return new ExecutionContext(traceId, tenant, workspace, other, theirs, plugin, remoteAddress);
    }

    /** The same work in the code of a plugin. */
    public ExecutionContext inPlugin(@Nullable PluginRef other) {
        return new ExecutionContext(traceId, tenant, workspace, principal, grants, other, remoteAddress);
    }
}
