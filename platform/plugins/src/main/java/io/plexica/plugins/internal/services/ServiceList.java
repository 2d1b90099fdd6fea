package io.plexica.plugins.internal.services;

import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that plugins offer in a tenant, or in a workspace of it. Safe for all threads. */
@Component(service = ServiceList.class)
public final class ServiceList {

    private final Registry registry;
    private final PluginRoutes routes;
    private final Providers providers;

    /** Looks at what runs and at what is enabled. */
    @Activate
    public ServiceList(
            @Reference PluginRuntime runtime, @Reference PluginRoutes routes, @Reference Providers providers) {
        this.registry = runtime.registry();
        this.routes = routes;
        this.providers = providers;
    }

    /** All that calls find where the context is, by name and plugin; none outside a tenant. */
    public List<ServiceView> of(ExecutionContext context) {
        Tenant tenant = context.tenant();
        if (tenant == null) {
            return List.of();
        }
        return routes.enabled(tenant.slug()).stream()
                .map(registry::running)
                .flatMap(Optional::stream)
                .filter(plugin -> providers.isOn(plugin, context))
                .flatMap(plugin -> of(plugin).stream())
                .sorted(Comparator.comparing(ServiceView::name).thenComparing(ServiceView::plugin))
                .toList();
    }

    private static List<ServiceView> of(RunningPlugin plugin) {
        return plugin.candidate().manifest().services().provides().stream()
                .map(offer -> new ServiceView(
                        offer.name(),
                        offer.version(),
                        plugin.candidate().ref().id(),
                        plugin.candidate().ref().version()))
                .toList();
    }
}
