package io.plexica.plugins.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shuts a tenant's requests out of a plugin; its data stays. */
@Service
@Command(scope = "plugin", name = "disable", description = "Shuts a tenant's requests out of a plugin; its data stays")
public final class DisableCommand extends TenantPluginCommand {

    @Override
    protected void run() throws Exception {
        print(plugins.disable(tenant(), id));
    }
}
