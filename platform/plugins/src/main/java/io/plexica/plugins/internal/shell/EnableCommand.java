package io.plexica.plugins.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets a tenant's requests in to a plugin. */
@Service
@Command(scope = "plugin", name = "enable", description = "Lets a tenant's requests in to a plugin")
public final class EnableCommand extends TenantPluginCommand {

    @Override
    protected void run() throws Exception {
        print(plugins.enable(tenant(), id));
    }
}
