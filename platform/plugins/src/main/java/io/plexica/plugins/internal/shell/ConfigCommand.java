package io.plexica.plugins.internal.shell;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.plugins.internal.configuration.ConfigurationState;
import io.plexica.plugins.internal.configuration.Configurations;
import io.plexica.plugins.internal.configuration.SettingEdits;
import io.plexica.plugins.internal.rest.ConfigurationView;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Shows the settings of a plugin in a tenant, or changes some. */
@Service
@Command(scope = "plugin", name = "config", description = "Shows the settings of a plugin in a tenant, or changes some")
public final class ConfigCommand extends WorkspacePlaceCommand {

    @Reference
    private Configurations configurations;

    @Argument(
            index = 2,
            name = "settings",
            description = "What to set, as key=value; the value is JSON where it can be read as such, else a text",
            multiValued = true)
    private @Nullable List<String> settings;

    @Option(name = "--workspace", description = "The slug or id of a workspace whose settings are meant")
    private @Nullable String workspace;

    @Option(name = "--unset", description = "A setting or secret to be set no more", multiValued = true)
    private @Nullable List<String> unset;

    @Option(
            name = "--secret",
            description = "A secret to set; its value is asked for, so that it stands in no history",
            multiValued = true)
    private @Nullable List<String> secrets;

    @Override
    protected void run() throws Exception {
        Tenant tenant = tenant();
        WorkspaceInfo place = workspace == null ? null : place(tenant, workspace);
        ConfigurationState state = isChange() ? change(tenant, place) : configurations.get(tenant, id, place, true);
        ConfigurationView view = ConfigurationView.of(state);
        if (json) {
            printJson(view);
        } else {
            print(view);
        }
    }

    private boolean isChange() {
        return settings != null || unset != null || secrets != null;
    }

    private ConfigurationState change(Tenant tenant, @Nullable WorkspaceInfo place) throws IOException {
        Map<String, String> asked = new TreeMap<>();
        for (String name : orNone(secrets)) {
            asked.put(name, ask("Value of " + name + ": ", true));
        }
        return configurations.change(
                tenant,
                id,
                place,
                present -> SettingEdits.applied(present, orNone(settings), orNone(unset), asked),
                IfMatch.ANY);
    }

    private void print(ConfigurationView view) {
        ShellTable table = new ShellTable();
        table.column("Setting");
        table.column("Value");
        table.column("From");
        view.values()
                .properties()
                .forEach(setting -> table.addRow()
                        .addContent(
                                setting.getKey(),
                                setting.getValue().toString(),
                                view.origins().path(setting.getKey()).isTextual()
                                        ? view.origins().path(setting.getKey()).asText()
                                        : view.origins().path(setting.getKey()).toString()));
        view.secrets()
                .forEach((name, secret) -> table.addRow()
                        .addContent(name, secret.set() ? "(secret)" : "(secret, not set)", secret.origin()));
        table.print(out());
        view.problems().forEach(problem -> out().println("! " + problem.pointer() + " " + problem.message()));
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
