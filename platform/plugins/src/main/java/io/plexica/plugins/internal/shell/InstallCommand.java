package io.plexica.plugins.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Installs a plugin for a tenant and enables it. */
@Service
@Command(scope = "plugin", name = "install", description = "Installs a plugin for a tenant and enables it")
public final class InstallCommand extends TenantPluginCommand {

    @Argument(index = 2, name = "version", description = "The version; the newest release if left out")
    @Completion(VersionCompleter.class)
    private @Nullable String version;

    @Option(name = "--no-default-permissions", description = "Give no role the permissions that it gets by default")
    private boolean withoutDefaults;

    @Override
    protected void run() throws Exception {
        print(plugins.install(tenant(), id, version, withoutDefaults ? Boolean.FALSE : null));
    }
}
