package io.plexica.plugins.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.rest.InstallationView;
import io.plexica.plugins.internal.rest.VersionView;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists plugin versions, or a tenant's plugins. */
@Service
@Command(scope = "plugin", name = "list", description = "Lists plugin versions, or a tenant's plugins")
public final class ListCommand extends PlexicaCommand {

    @Reference
    private PluginRuntime runtime;

    @Reference
    private TenantPlugins plugins;

    @Reference
    private Tenants tenants;

    @Argument(name = "tenant", description = "Only what this tenant has")
    @Completion(TenantCompleter.class)
    private @Nullable String slug;

    @Override
    protected void run() throws Exception {
        if (slug == null) {
            listVersions();
        } else {
            listInstallations(slug);
        }
    }

    private void listVersions() throws Exception {
        List<VersionView> versions = runtime.registry().ids().stream()
                .flatMap(id -> runtime.registry().versions(id).stream())
                .map(version -> VersionView.of(version, runtime.registry()))
                .toList();
        if (json) {
            printJson(versions);
            return;
        }
        printTable(
                versions,
                "There is no plugin",
                List.of("Plugin", "Version", "Status", "Runs", "Published", "From"),
                view -> cells(view.id(), view.version(), view.status(), runs(view), view.publishedAt(), view.source()));
    }

    private void listInstallations(String tenantSlug) throws Exception {
        Tenant tenant = tenants.find(tenantSlug)
                .orElseThrow(() -> PlexicaException.notFound("There is no tenant " + tenantSlug));
        List<InstallationView> views = plugins.list(tenant).stream()
                .map(installation -> InstallationView.of(installation, plugins.warnings(installation)))
                .toList();
        if (json) {
            printJson(views);
            return;
        }
        ShellTable table = new ShellTable().emptyTableText(tenantSlug + " has no plugins");
        List.of("Plugin", "Version", "Status", "Installed", "Reason", "Note").forEach(table::column);
        views.forEach(view -> table.addRow()
                .addContent(
                        view.plugin(),
                        view.version(),
                        view.status(),
                        Objects.toString(view.installedAt(), ""),
                        Objects.toString(view.reason(), ""),
                        String.join("; ", view.warnings())));
        table.print(out());
    }

    private static String runs(VersionView view) {
        if (view.running()) {
            return "yes";
        }
        String why = view.problem() == null ? view.reason() : view.problem();
        return why == null ? "no" : "no: " + why;
    }
}
