package io.plexica.plugins.internal.shell;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.plugins.internal.rest.WorkspacePluginResource.WorkspacePluginView;
import io.plexica.plugins.internal.tenant.WorkspacePlugin;
import io.plexica.plugins.internal.tenant.WorkspacePlugins;
import io.plexica.plugins.internal.tenant.WorkspaceWish;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows a plugin in a workspace, or switches it or its features on and off there. */
@Service
@Command(
        scope = "plugin",
        name = "workspace",
        description = "Shows a plugin in a workspace, or switches it or its features on and off there")
public final class WorkspaceCommand extends WorkspacePlaceCommand {

    @Reference
    private WorkspacePlugins workspacePlugins;

    @Argument(index = 2, name = "workspace", description = "The workspace's slug or id", required = true)
    private String workspace;

    @Option(name = "--on", description = "Let its calls in")
    private boolean on;

    @Option(name = "--off", description = "Shut its calls out")
    private boolean off;

    @Option(name = "--feature", description = "A feature to switch on", multiValued = true)
    private @Nullable List<String> features;

    @Option(name = "--no-feature", description = "A feature to switch off", multiValued = true)
    private @Nullable List<String> noFeatures;

    @Option(name = "--default-feature", description = "A feature to leave as it comes", multiValued = true)
    private @Nullable List<String> defaultFeatures;

    @Override
    protected void run() throws Exception {
        if (on && off) {
            throw new IllegalArgumentException("--on and --off at once make no sense");
        }
        Tenant tenant = tenant();
        WorkspaceInfo place = place(tenant, workspace);
        WorkspacePlugin present = workspacePlugins.get(tenant, place, id);
        WorkspaceWish wish = new WorkspaceWish(
                (on || off) ? Boolean.valueOf(on) : null,
                null,
                edited(present.enabledFeatures(), features, noFeatures),
                edited(present.disabledFeatures(), noFeatures, features));
        WorkspacePlugin now = isChange() ? workspacePlugins.put(tenant, place, id, wish, IfMatch.ANY) : present;
        print(
                WorkspacePluginView.of(now),
                id + " is " + (now.enabled() ? "on" : "off") + " in " + slug + "/" + place.slug() + "; features on: "
                        + now.enabledFeatures() + ", off: " + now.disabledFeatures());
    }

    private boolean isChange() {
        return on || off || features != null || noFeatures != null || defaultFeatures != null;
    }

    private List<String> edited(
            Collection<String> present, @Nullable List<String> added, @Nullable List<String> removed) {
        TreeSet<String> edited = new TreeSet<>(present);
        edited.removeAll(removed == null ? List.of() : removed);
        edited.removeAll(defaultFeatures == null ? List.of() : defaultFeatures);
        edited.addAll(added == null ? List.of() : added);
        return List.copyOf(edited);
    }
}
