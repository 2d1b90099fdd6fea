package io.plexica.plugins.internal.runtime;

import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.signal.Signals;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The routing table as calls see it: while this node does not hear of changes, or has not read them yet, the database is asked. */
@Component
public final class CurrentRoutes implements PluginRoutes {

    private final Routes routes;
    private final RouteKeeper keeper;
    private final Signals signals;
    private final Convergence convergence;

    /** Looks at the table. */
    @Activate
    public CurrentRoutes(
            @Reference Routes routes,
            @Reference RouteKeeper keeper,
            @Reference Signals signals,
            @Reference Convergence convergence) {
        this.routes = routes;
        this.keeper = keeper;
        this.signals = signals;
        this.convergence = convergence;
    }

    @Override
    public boolean areKnown() {
        return convergence.isSettled();
    }

    @Override
    public @Nullable Route find(String pluginId, @Nullable String tenantSlug) {
        ask(tenantSlug);
        return routes.find(pluginId, tenantSlug);
    }

    @Override
    public List<PluginRef> enabled(String tenantSlug) {
        ask(tenantSlug);
        return routes.enabled(tenantSlug);
    }

    @Override
    public @Nullable String stopped(PluginRef plugin) {
        return routes.stopped(plugin);
    }

    private void ask(@Nullable String tenantSlug) {
        if (tenantSlug != null && (!signals.isCurrent() || keeper.isBehind(tenantSlug))) {
            keeper.refresh(tenantSlug);
        }
    }
}
