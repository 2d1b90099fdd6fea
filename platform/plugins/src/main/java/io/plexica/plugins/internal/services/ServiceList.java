package io.plexica.plugins.internal.services;

import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.spi.plugins.PluginRoutes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that plugins offer in a tenant. Safe for all threads. */
@Component(service = ServiceList.class)
public final class ServiceList {

    private final Registry registry;
    private final PluginRoutes routes;

    /** Looks at what runs and at what is enabled. */
    @Activate
    public ServiceList(@Reference PluginRuntime runtime, @Reference PluginRoutes routes) {
        this.registry = runtime.registry();
        this.routes = routes;
    }

    /** All of a tenant's, by name and plugin. */
    public List<ServiceView> of(String tenantSlug) {
        return routes.enabled(tenantSlug).stream()
                .map(registry::running)
                .flatMap(Optional::stream)
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
