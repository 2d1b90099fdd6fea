package io.plexica.plugins.internal.shell;

import io.plexica.spi.tenancy.Tenant;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes a plugin from a tenant. */
@Service
@Command(scope = "plugin", name = "uninstall", description = "Takes a plugin from a tenant")
public final class UninstallCommand extends TenantPluginCommand {

    @Option(name = "--delete-data", description = "Delete its tables too, for ever")
    private boolean deleteData;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        Tenant tenant = tenant();
        if (!yes) {
            confirm(
                    "This takes " + id + " from " + slug + (deleteData ? " and DELETES ALL its data there." : "."),
                    "yes");
        }
        plugins.uninstall(tenant, id, deleteData);
        print(
                Map.of("tenant", slug, "plugin", id, "status", "UNINSTALLED", "dataDeleted", deleteData),
                id + " is gone from " + slug + (deleteData ? ", with its data." : "; its data is kept."));
    }
}
