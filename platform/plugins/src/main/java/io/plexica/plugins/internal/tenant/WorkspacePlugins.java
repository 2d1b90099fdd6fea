package io.plexica.plugins.internal.tenant;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.plugin.WorkspaceLifecycleEvent;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.LevelDecisions;
import io.plexica.plugins.internal.configuration.LevelDecisions.Decided;
import io.plexica.plugins.internal.configuration.SecretKeys;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.Level;
import io.plexica.spi.data.Database;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plugins of a tenant in one of its workspaces: on or off, with which features and settings. On unless somebody switched them
 * off. For REST and shell alike; who may do it was asked before. Safe for all threads.
 */
@Component(service = WorkspacePlugins.class)
public final class WorkspacePlugins {

    private final LevelDecisions decisions;
    private final SecretKeys keys;
    private final Operations operations;
    private final Hooks hooks;
    private final Routes routes;
    private final Database database;

    /** Takes what does the work. */
    @Activate
    public WorkspacePlugins(
            @Reference LevelDecisions decisions,
            @Reference SecretKeys keys,
            @Reference Operations operations,
            @Reference Hooks hooks,
            @Reference Routes routes,
            @Reference Database database) {
        this.decisions = decisions;
        this.keys = keys;
        this.operations = operations;
        this.hooks = hooks;
        this.routes = routes;
        this.database = database;
    }

    /** All plugins that the tenant has, in a workspace, by plugin; those whose version is not here at the moment excepted. */
    public List<Placed> list(Tenant tenant, WorkspaceInfo place) {
        return decisions.all(tenant).stream()
                .map(decided -> new Placed(
                        decided.installation(), decided.manifest().name(), WorkspacePlugin.of(decided, place.id())))
                .toList();
    }

    /**
     * What was decided about a plugin in a workspace.
     *
     * @throws PlexicaException {@code not-found} when the tenant does not have the plugin
     */
    public WorkspacePlugin get(Tenant tenant, WorkspaceInfo place, String pluginId) {
        return WorkspacePlugin.of(present(tenant, pluginId), place.id());
    }

    /**
     * Decides about a plugin in a workspace.
     *
     * @throws PlexicaException {@code validation-failed} with everything that is wrong; {@code not-found}; {@code conflict} when
     *     other plugins that are on there need it, or it needs one that is off; the plugin's veto
     */
    public WorkspacePlugin put(
            Tenant tenant, WorkspaceInfo place, String pluginId, WorkspaceWish wish, IfMatch ifMatch) {
        try {
            change(tenant, place, pluginId, wish, ifMatch);
        } catch (PlexicaException e) {
            decisions.refused(tenant, pluginId, e);
            throw e;
        }
        return get(tenant, place, pluginId);
    }

    private void change(Tenant tenant, WorkspaceInfo place, String pluginId, WorkspaceWish wish, IfMatch ifMatch) {
        Decided present = present(tenant, pluginId);
        Level before = present.levels().at(place.id());
        ifMatch.require(before.version());
        boolean on = wish.of(tenant.slug(), present, place.id(), keys).enabled();
        if (on != before.enabled()) {
            demandCompany(tenant, place, present, on);
        }
        Optional<RunningPlugin> asked = on == before.enabled()
                ? Optional.empty()
                : operations.find(present.installation().plugin());
        WorkspaceLifecycleEvent event = new WorkspaceLifecycleEvent(
                tenant.info(), place, present.installation().plugin().version());
        asked.ifPresent(plugin -> {
            if (on) {
                hooks.before(
                        plugin, tenant, place, "beforeEnableInWorkspace", life -> life.beforeEnableInWorkspace(event));
            } else {
                hooks.before(
                        plugin,
                        tenant,
                        place,
                        "beforeDisableInWorkspace",
                        life -> life.beforeDisableInWorkspace(event));
            }
        });
        decisions.change(tenant, pluginId, place, ifMatch, decided -> {
            Level after = wish.of(tenant.slug(), decided, place.id(), keys);
            if (after.enabled() != decided.levels().at(place.id()).enabled()) {
                decisions.holdSwitches(place);
                demandCompany(tenant, place, decided, after.enabled());
            }
            database.afterCommit(() -> routes.switchIn(tenant.slug(), pluginId, place.id(), after.enabled()));
            return after;
        });
        asked.ifPresent(plugin -> {
            if (on) {
                hooks.after(
                        plugin, tenant, place, "afterEnableInWorkspace", life -> life.afterEnableInWorkspace(event));
            } else {
                hooks.after(
                        plugin, tenant, place, "afterDisableInWorkspace", life -> life.afterDisableInWorkspace(event));
            }
        });
    }

    private void demandCompany(Tenant tenant, WorkspaceInfo place, Decided plugin, boolean on) {
        List<Decided> others = decisions.all(tenant).stream()
                .filter(other -> other.installation().enabled())
                .toList();
        if (on) {
            WorkspaceDependencies.demandCompany(
                    plugin.manifest(),
                    others.stream()
                            .filter(other -> !other.levels().at(place.id()).enabled())
                            .map(other -> other.manifest().id())
                            .toList());
        } else {
            WorkspaceDependencies.demandNotNeeded(
                    plugin.manifest().id(),
                    others.stream()
                            .filter(other -> other.levels().at(place.id()).enabled())
                            .map(Decided::manifest)
                            .toList());
        }
    }

    private Decided present(Tenant tenant, String pluginId) {
        Decided decided = decisions.read(tenant, pluginId);
        if (!decided.installation().status().isPresent()) {
            throw PlexicaException.notFound("The plugin '" + pluginId + "' is not installed in this tenant");
        }
        return decided;
    }

    /**
     * A plugin of the tenant in a workspace.
     *
     * @param installation where it is in the tenant
     * @param name what it is called
     * @param there what the workspace decided about it
     */
    public record Placed(Installation installation, String name, WorkspacePlugin there) {}
}
