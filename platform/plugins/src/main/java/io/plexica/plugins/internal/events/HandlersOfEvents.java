package io.plexica.plugins.internal.events;

import io.plexica.api.events.Event;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.host.HostedEventHandler;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.runtime.WholeWork;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.events.EventHandlers;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds and runs the handlers that plugins have for events. Safe for all threads. */
@Component
public final class HandlersOfEvents implements EventHandlers {

    private static final Comparator<HostedEventHandler> ORDER = Comparator.comparing(HostedEventHandler::component);

    private final Convergence convergence;
    private final PluginRoutes routes;
    private final Database database;

    /** Looks at what runs and at where the tenants' calls go. */
    @Activate
    public HandlersOfEvents(
            @Reference Convergence convergence, @Reference PluginRoutes routes, @Reference Database database) {
        this.convergence = convergence;
        this.routes = routes;
        this.database = database;
    }

    @Override
    public boolean areKnown() {
        return convergence.isSettled();
    }

    @Override
    public boolean publishes(PluginRef plugin, String event) {
        return registry()
                .find(plugin)
                .filter(version -> version.manifest().events().publishes().contains(event))
                .isPresent();
    }

    @Override
    public Map<String, Set<String>> subscriptions() {
        return registry().allVersions().stream()
                .map(StoredVersion::manifest)
                .filter(manifest -> !manifest.events().subscribes().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        PluginManifest::id,
                        manifest -> Set.copyOf(manifest.events().subscribes()),
                        HandlersOfEvents::union));
    }

    @Override
    public Set<String> subscribers(String tenantSlug, String event) {
        return routes.enabled(tenantSlug).stream()
                .filter(plugin -> subscribes(plugin, event))
                .map(PluginRef::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean handles(String pluginId, String tenantSlug, @Nullable UUID workspaceId, String event) {
        return wanted(routes.find(pluginId, tenantSlug), workspaceId, event);
    }

    @Override
    public Handled handle(String pluginId, Event event, Duration limit, Runnable atEnd) throws Exception {
        ExecutionContext context = Contexts.require();
        Tenant tenant = Objects.requireNonNull(context.tenant(), "an event is handled in a tenant");
        Route route = routes.find(pluginId, tenant.slug());
        UUID workspace =
                context.workspace() == null ? null : context.workspace().id();
        if (route == null || !wanted(route, workspace, event.name())) {
            return Handled.NOT_WANTED;
        }
        RunningPlugin plugin = registry().running(route.plugin()).orElse(null);
        if (plugin == null || routes.stopped(route.plugin()) != null) {
            return Handled.NOT_HERE;
        }
        try (Contexts.Scope scope = Contexts.open(context.inPlugin(route.plugin()))) {
            return run(plugin, event, limit, atEnd);
        }
    }

    private Handled run(RunningPlugin plugin, Event event, Duration limit, Runnable atEnd) throws Exception {
        String name = event.name() + " in " + plugin.candidate().ref();
        WholeWork work = () -> {
            for (HostedEventHandler handler : of(plugin, event.name())) {
                handler.handler().handle(event);
            }
        };
        return WholeWork.run(database, plugin, name, limit, work, atEnd) ? Handled.DONE : Handled.NOT_HERE;
    }

    private static List<HostedEventHandler> of(RunningPlugin plugin, String event) {
        return plugin.hosted().eventHandlers().stream()
                .filter(handler -> handler.event().equals(event))
                .sorted(ORDER)
                .toList();
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        return Stream.concat(left.stream(), right.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private boolean wanted(@Nullable Route route, @Nullable UUID workspaceId, String event) {
        return route != null && route.enabledIn(workspaceId) && subscribes(route.plugin(), event);
    }

    private boolean subscribes(PluginRef plugin, String event) {
        return registry()
                .find(plugin)
                .filter(version -> version.manifest().events().subscribes().contains(event))
                .isPresent();
    }

    private Registry registry() {
        return convergence.registry();
    }
}
