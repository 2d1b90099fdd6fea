package io.plexica.plugins.internal.tenant;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.plugin.PluginLifecycle;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.BoundedExecution;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls plugins at the turns of their life in a tenant. Safe for all threads. */
@Component(service = Hooks.class)
public final class Hooks {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private final Database database;
    private final PluginsSettings settings;

    /** Calls them in units of work of their own. */
    @Activate
    public Hooks(@Reference Database database, @Reference PluginsSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Calls a {@code before} method.
     *
     * @throws PlexicaException when it vetoes, fails or does not end
     */
    void before(RunningPlugin plugin, Tenant tenant, String name, Consumer<PluginLifecycle> method) {
        before(plugin, tenant, null, name, method);
    }

    /** The same in a workspace; null for outside any. */
    void before(
            RunningPlugin plugin,
            Tenant tenant,
            @Nullable WorkspaceInfo place,
            String name,
            Consumer<PluginLifecycle> method) {
        try {
            call(plugin, tenant, place, name, method);
        } catch (PlexicaException e) {
            throw e;
        } catch (Exception e) {
            throw Failures.untold(name + " of " + plugin, e);
        }
    }

    /** Calls an {@code after} method. What it throws goes to the log. */
    void after(RunningPlugin plugin, Tenant tenant, String name, Consumer<PluginLifecycle> method) {
        after(plugin, tenant, null, name, method);
    }

    /** The same in a workspace; null for outside any. */
    void after(
            RunningPlugin plugin,
            Tenant tenant,
            @Nullable WorkspaceInfo place,
            String name,
            Consumer<PluginLifecycle> method) {
        try {
            call(plugin, tenant, place, name, method);
        } catch (Exception e) {
            LOG.warn("{} of {} failed", name, plugin, e);
        }
    }

    private void call(
            RunningPlugin plugin,
            Tenant tenant,
            @Nullable WorkspaceInfo place,
            String name,
            Consumer<PluginLifecycle> method)
            throws Exception {
        PluginLifecycle lifecycle = plugin.hosted().lifecycle().orElse(null);
        if (lifecycle == null) {
            return;
        }
        PluginRef ref = plugin.candidate().ref();
        ExecutionContext caller = Contexts.require();
        Membership there = place == null ? null : new Membership(place, WorkspaceRole.ADMIN);
        ExecutionContext context = caller.inTenant(tenant).inPlugin(ref).inWorkspace(there, caller.grants());
        try (Contexts.Scope scope = Contexts.open(context)) {
            BoundedExecution.run(name + " of " + ref, plugin.hosted().loader(), settings.hookTimeout(), () -> {
                return database.unitOfWork(() -> {
                    method.accept(lifecycle);
                    return Boolean.TRUE;
                });
            });
        }
    }
}
