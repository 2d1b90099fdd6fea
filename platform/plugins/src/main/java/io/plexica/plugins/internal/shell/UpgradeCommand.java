package io.plexica.plugins.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Moves a tenant to another version of a plugin. */
@Service
@Command(scope = "plugin", name = "upgrade", description = "Moves a tenant to another version of a plugin")
public final class UpgradeCommand extends TenantPluginCommand {

    @Argument(
            index = 2,
            name = "version",
            description = "The version; if left out the newest release, unless the tenant is on a newer version")
    @Completion(VersionCompleter.class)
    private @Nullable String version;

    @Override
    protected void run() throws Exception {
        print(plugins.upgrade(tenant(), id, version));
    }
}
