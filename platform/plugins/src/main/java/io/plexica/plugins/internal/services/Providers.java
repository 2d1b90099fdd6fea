package io.plexica.plugins.internal.services;

import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.runtime.ServiceOffers;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.tenancy.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who offers a service in a tenant: of a plugin that is enabled there, the very version that the tenant is on. */
@Component(service = Providers.class)
public final class Providers {

    private final ServiceOffers offers;
    private final PluginRoutes routes;

    /** Looks at what runs and at where the tenants' calls go. */
    @Activate
    public Providers(@Reference PluginRuntime runtime, @Reference PluginRoutes routes) {
        this.offers = runtime.registry().offers();
        this.routes = routes;
    }

    /** The versions that offer a service where the context is, in the order of ids; none outside a tenant. */
    List<RunningPlugin> of(String type, @Nullable ExecutionContext context) {
        List<RunningPlugin> all = offers.ofService(type);
        if (all.isEmpty() || context == null) {
            return List.of();
        }
        return all.stream()
                .filter(plugin -> isOn(plugin, context))
                .sorted(Comparator.comparing(plugin -> plugin.candidate().ref().id()))
                .toList();
    }

    /** The version by which a plugin offers a service where the context is. */
    Optional<RunningPlugin> of(String type, String pluginId, @Nullable ExecutionContext context) {
        return of(type, context).stream()
                .filter(plugin -> plugin.candidate().ref().id().equals(pluginId))
                .findFirst();
    }

    /**
     * Whether a version is the one that serves where the context is: enabled there, in the workspace too, and the one that the
     * tenant is on.
     */
    public boolean isOn(RunningPlugin plugin, ExecutionContext context) {
        Tenant tenant = context.tenant();
        if (tenant == null) {
            return false;
        }
        Route route = routes.find(plugin.candidate().ref().id(), tenant.slug());
        UUID workspace =
                context.workspace() == null ? null : context.workspace().id();
        return route != null
                && route.enabledIn(workspace)
                && route.plugin().equals(plugin.candidate().ref())
                && routes.stopped(route.plugin()) == null;
    }
}
