package io.plexica.plugins.internal.shell;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about one plugin in a tenant that may name one of its workspaces. */
abstract class WorkspacePlaceCommand extends TenantPluginCommand {

    @Reference
    private Workspaces workspaces;

    final WorkspaceInfo place(Tenant tenant, String workspace) {
        return workspaces.all(tenant.slug()).stream()
                .filter(place ->
                        place.slug().equals(workspace) || place.id().toString().equals(workspace))
                .findFirst()
                .orElseThrow(() ->
                        PlexicaException.notFound("There is no workspace '" + workspace + "' in " + tenant.slug()));
    }
}
