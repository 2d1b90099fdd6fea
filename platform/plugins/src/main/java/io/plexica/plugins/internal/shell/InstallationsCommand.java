package io.plexica.plugins.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.internal.rest.Catalogue;
import io.plexica.plugins.internal.rest.TenantInstallationView;
import io.plexica.plugins.internal.store.InstallationPages;
import io.plexica.plugins.internal.store.InstallationQuery;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the tenants that have a plugin. */
@Service
@Command(scope = "plugin", name = "installations", description = "Lists the tenants that have a plugin")
public final class InstallationsCommand extends PlexicaCommand {

    @Reference
    private Catalogue catalogue;

    @Reference
    private InstallationPages installations;

    @Reference
    private Tenants tenants;

    @Argument(name = "plugin", description = "The plugin", required = true)
    @Completion(PluginCompleter.class)
    private String id;

    @Option(
            name = "--status",
            description = "Only those in this status, such as FAILED; without it INSTALLED and DISABLED")
    private @Nullable String status;

    @Option(name = "--version", description = "Only those on this version")
    private @Nullable String version;

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in the slug")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        InstallationQuery query = InstallationQuery.of(
                id, tenants.pinned().orElse(null), status, version, new PageQuery(page, size, null, text));
        catalogue.get(null, id);
        Page<TenantInstallationView> found = installations.page(query).map(TenantInstallationView::of);
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found,
                "No tenant has " + id,
                List.of("Tenant", "Version", "Status", "Installed", "Reason"),
                view -> cells(
                        view.tenant(),
                        view.version(),
                        view.status(),
                        Objects.toString(view.installedAt(), ""),
                        Objects.toString(view.reason(), "")));
    }
}
