package io.plexica.plugins.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.services.ServiceList;
import io.plexica.plugins.internal.services.ServiceView;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what plugins offer each other in a tenant. */
@Service
@Command(scope = "plugin", name = "services", description = "Lists what plugins offer each other in a tenant")
public final class ServicesCommand extends PlexicaCommand {

    @Reference
    private ServiceList services;

    @Reference
    private Tenants tenants;

    @Argument(name = "tenant", required = true, description = "The tenant's slug")
    @Completion(TenantCompleter.class)
    private String slug;

    @Override
    protected void run() throws Exception {
        Tenant tenant = tenants.find(slug).orElseThrow(() -> PlexicaException.notFound("There is no tenant " + slug));
        List<ServiceView> views = services.of(Contexts.require().inTenant(tenant));
        if (json) {
            printJson(views);
            return;
        }
        printTable(
                views,
                "No plugin of " + slug + " offers a service",
                List.of("Service", "Version", "Plugin", "Plugin's version"),
                view -> cells(view.name(), view.version(), view.plugin(), view.pluginVersion()));
    }
}
