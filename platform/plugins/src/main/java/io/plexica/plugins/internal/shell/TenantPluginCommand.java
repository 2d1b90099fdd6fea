package io.plexica.plugins.internal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.rest.InstallationView;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about one plugin in one tenant. */
abstract class TenantPluginCommand extends PlexicaCommand {

    @Reference
    protected TenantPlugins plugins;

    @Reference
    protected Tenants tenants;

    @Argument(index = 0, name = "tenant", description = "The tenant's slug", required = true)
    @Completion(TenantCompleter.class)
    protected String slug;

    @Argument(index = 1, name = "plugin", description = "The plugin's id", required = true)
    @Completion(PluginCompleter.class)
    protected String id;

    final Tenant tenant() {
        return tenants.find(slug).orElseThrow(() -> PlexicaException.notFound("There is no tenant '" + slug + "'"));
    }

    final void print(Installation installation) throws JsonProcessingException {
        print(
                InstallationView.of(installation, plugins.warnings(installation)),
                installation.plugin().id() + " " + installation.plugin().version() + " is " + installation.status()
                        + " in " + installation.tenantSlug() + "."
                        + plugins.warnings(installation).stream()
                                .map(warning -> " Note: " + warning + ".")
                                .collect(Collectors.joining()));
    }
}
