package io.plexica.plugins.internal.shell;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.rest.WorkspacePluginResource.PlacedView;
import io.plexica.plugins.internal.tenant.WorkspacePlugins;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Lists a tenant's plugins in one of its workspaces. */
@Service
@Command(
        scope = "plugin",
        name = "workspace-list",
        description = "Lists a tenant's plugins in one of its workspaces: which are on there, with which features")
public final class WorkspaceListCommand extends PlexicaCommand {

    @Reference
    private WorkspacePlugins plugins;

    @Reference
    private Tenants tenants;

    @Reference
    private Workspaces workspaces;

    @Argument(index = 0, name = "tenant", description = "The tenant's slug", required = true)
    @Completion(TenantCompleter.class)
    private String slug;

    @Argument(index = 1, name = "workspace", description = "The workspace's slug or id", required = true)
    private String workspace;

    @Override
    protected void run() throws Exception {
        Tenant tenant =
                tenants.find(slug).orElseThrow(() -> PlexicaException.notFound("There is no tenant '" + slug + "'"));
        List<PlacedView> all =
                plugins.list(tenant, place(tenant)).stream().map(PlacedView::of).toList();
        if (json) {
            printJson(all);
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("The tenant has no plugin");
        List.of("Plugin", "Version", "In the tenant", "Here", "Features on", "Features off")
                .forEach(table::column);
        all.forEach(view -> table.addRow()
                .addContent(
                        view.plugin(),
                        view.version(),
                        view.status(),
                        view.enabled() ? "on" : "off",
                        view.enabledFeatures(),
                        view.disabledFeatures()));
        table.print(out());
    }

    private WorkspaceInfo place(Tenant tenant) {
        return workspaces.all(tenant.slug()).stream()
                .filter(there ->
                        there.slug().equals(workspace) || there.id().toString().equals(workspace))
                .findFirst()
                .orElseThrow(() ->
                        PlexicaException.notFound("There is no workspace '" + workspace + "' in " + tenant.slug()));
    }
}
