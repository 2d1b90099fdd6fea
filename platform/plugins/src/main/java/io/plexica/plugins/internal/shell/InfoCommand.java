package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.rest.Catalogue;
import io.plexica.plugins.internal.rest.PluginView;
import io.plexica.plugins.internal.rest.VersionView;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.shell.PlexicaCommand;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows a plugin: its versions, what it brings, who has it. */
@Service
@Command(scope = "plugin", name = "info", description = "Shows a plugin: its versions, what it brings, who has it")
public final class InfoCommand extends PlexicaCommand {

    @Reference
    private Catalogue catalogue;

    @Reference
    private PluginRuntime runtime;

    @Reference
    private InstallationStore installations;

    @Argument(name = "plugin", description = "The plugin's id", required = true)
    @Completion(PluginCompleter.class)
    private String id;

    @Override
    protected void run() throws Exception {
        PluginView plugin = catalogue.get(null, id);
        List<VersionView> versions = catalogue.versions(null, id).stream()
                .map(version -> VersionView.of(version, runtime.registry()))
                .toList();
        List<Installation> users = installations.all().stream()
                .filter(installation -> installation.plugin().id().equals(id))
                .toList();
        if (json) {
            Map<String, String> tenants = new TreeMap<>();
            users.forEach(user -> tenants.put(user.tenantSlug(), describe(user)));
            printJson(Map.of("plugin", plugin, "versions", versions, "tenants", tenants));
            return;
        }
        out().println(plugin.name() + " (" + plugin.id() + ") " + Objects.toString(plugin.description(), ""));
        for (VersionView version : versions) {
            out().println("  " + version.version() + " " + version.status() + " " + version.digest()
                    + (version.running() ? "" : ", does not run" + why(version)));
        }
        out().println("Permissions");
        plugin.permissions()
                .forEach(permission -> out().println("  " + permission.key() + " " + permission.defaultRoles()));
        out().println("Tenants");
        users.forEach(user -> out().println("  " + user.tenantSlug() + " " + describe(user)));
    }

    private static String why(VersionView version) {
        String why = version.problem() == null ? version.reason() : version.problem();
        return why == null ? "" : ": " + why;
    }

    private static String describe(Installation installation) {
        return installation.plugin().version() + " " + installation.status();
    }
}
