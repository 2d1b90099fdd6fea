package io.plexica.plugins.internal.runtime;

import io.plexica.api.manifest.PluginManifest.Visibility;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The routing table. Every value in it is immutable and replaced as a whole, so that a call sees a tenant's plugins before
 * a change or after it. Safe for all threads.
 */
@Component(service = Routes.class)
public final class Routes implements PluginRoutes {

    private static final String EVERYBODY = "";

    private final Map<String, Map<String, Route>> tenants = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Set<UUID>>> switchedOff = new ConcurrentHashMap<>();
    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final Map<PluginRef, String> stopped = new ConcurrentHashMap<>();
    private final Map<String, Long> changes = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> own = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, PluginRef>> arrivals = new CopyOnWriteArrayList<>();

    /** Begins empty. */
    @Activate
    public Routes() {}

    @Override
    public @Nullable Route find(String pluginId, @Nullable String tenantSlug) {
        if (tenantSlug != null) {
            Route installed = tenants.getOrDefault(tenantSlug, Map.of()).get(pluginId);
            if (installed != null) {
                return installed;
            }
        }
        Offer offer = offers.get(pluginId);
        return offer != null && offer.isVisibleTo(tenantSlug) ? offer.route() : null;
    }

    @Override
    public List<PluginRef> enabled(String tenantSlug) {
        return tenants.getOrDefault(tenantSlug, Map.of()).values().stream()
                .filter(Route::enabled)
                .map(Route::plugin)
                .sorted(Comparator.comparing(PluginRef::id))
                .toList();
    }

    @Override
    public @Nullable String stopped(PluginRef plugin) {
        return stopped.isEmpty() ? null : stopped.get(plugin);
    }

    /** The routes are the same, and lead to other bytes of a snapshot. */
    void renewed() {
        say(EVERYBODY);
    }

    /** Lets nobody call a version any more, whoever is led to it. */
    public void stop(PluginRef plugin, @Nullable String reason) {
        if (stopped.put(plugin, reason == null ? "" : reason) == null) {
            say(EVERYBODY);
        }
    }

    /** Lets a version be called again. */
    public void resume(PluginRef plugin) {
        if (stopped.remove(plugin) != null) {
            say(EVERYBODY);
        }
    }

    /** Leads a tenant's calls to a version. */
    public void put(String tenantSlug, PluginRef plugin, boolean enabled) {
        count(tenantSlug);
        tenants.compute(tenantSlug, (slug, routes) -> {
            Route route = new Route(plugin, enabled, true, offIn(slug).getOrDefault(plugin.id(), Set.of()));
            Map<String, Route> before = routes == null ? Map.of() : routes;
            arrive(slug, before, route);
            return joined(before, Map.of(plugin.id(), route));
        });
        sayOwn(tenantSlug);
    }

    /** Lets the calls of a workspace in to a plugin, as far as the tenant's are, or shuts them out. */
    public void switchIn(String tenantSlug, String pluginId, UUID workspace, boolean on) {
        count(tenantSlug);
        tenants.compute(tenantSlug, (slug, routes) -> {
            Map<String, Set<UUID>> off = new HashMap<>(offIn(slug));
            Set<UUID> places = new HashSet<>(off.getOrDefault(pluginId, Set.of()));
            boolean changed = on ? places.remove(workspace) : places.add(workspace);
            off.put(pluginId, Set.copyOf(places));
            keepOff(slug, off);
            Route route = routes == null || !changed ? null : routes.get(pluginId);
            return route == null || routes == null ? routes : joined(routes, Map.of(pluginId, off(route, places)));
        });
        sayOwn(tenantSlug);
    }

    /** Leads a tenant's calls to no version of its own any more. */
    public void remove(String tenantSlug, String pluginId) {
        count(tenantSlug);
        tenants.computeIfPresent(tenantSlug, (slug, routes) -> {
            Map<String, Route> left = new HashMap<>(routes);
            left.remove(pluginId);
            return left.isEmpty() ? null : Map.copyOf(left);
        });
        sayOwn(tenantSlug);
    }

    /** Forgets a tenant. */
    public void removeTenant(String tenantSlug) {
        count(tenantSlug);
        tenants.compute(tenantSlug, (slug, routes) -> {
            switchedOff.remove(slug);
            return null;
        });
    }

    /** Counts what this node's own operations change in a tenant, also in one that is gone; told to {@link #replace}. */
    long changes(String tenantSlug) {
        return changes.getOrDefault(tenantSlug, 0L);
    }

    /** The same by tenant. */
    Map<String, Long> changes() {
        return Map.copyOf(changes);
    }

    /** Before the change itself, so that whoever replaces the routes meanwhile either sees it counted or comes first. */
    private void count(String tenantSlug) {
        changes.merge(tenantSlug, 1L, Long::sum);
    }

    /**
     * Puts all of a tenant's routes at once, as they were read from the database.
     *
     * @param off the workspaces in which plugins are switched off, by plugin, read after the routes
     * @param before the number of the tenant's changes before they were read
     * @return false, and nothing is done, when they may be older than what an operation of this node put meanwhile
     */
    boolean replace(String tenantSlug, List<Route> read, Map<String, Set<UUID>> off, long before) {
        Map<String, Route> routes = read.stream()
                .map(route -> off(route, off.getOrDefault(route.plugin().id(), Set.of())))
                .collect(Collectors.toUnmodifiableMap(route -> route.plugin().id(), route -> route));
        boolean[] replaced = new boolean[1];
        boolean[] others = new boolean[1];
        tenants.compute(tenantSlug, (slug, present) -> {
            replaced[0] = changes(slug) == before;
            if (replaced[0]) {
                keepOff(slug, off);
                routes.values().forEach(route -> arrive(slug, present == null ? Map.of() : present, route));
            }
            others[0] = replaced[0] && !routes.equals(present == null ? Map.of() : present);
            Map<String, Route> now = replaced[0] ? routes : present;
            return now == null || now.isEmpty() ? null : now;
        });
        if (others[0]) {
            say(tenantSlug);
        }
        return replaced[0];
    }

    /**
     * Who hears when the routes of a tenant, or of anybody for an empty slug, have become others.
     *
     * @return closed by who has heard enough
     */
    AutoCloseable hear(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Who hears when an operation of this node has changed the routes of a tenant.
     *
     * @return run by who has heard enough
     */
    Runnable hearOwn(Consumer<String> listener) {
        own.add(listener);
        return () -> own.remove(listener);
    }

    /**
     * Who hears, before the first call is led there, that a tenant's calls go to a version that they did not go to. Must be quick.
     *
     * @return run by who has heard enough
     */
    public Runnable hearArrivals(BiConsumer<String, PluginRef> listener) {
        arrivals.add(listener);
        return () -> arrivals.remove(listener);
    }

    private void arrive(String tenantSlug, Map<String, Route> before, Route route) {
        Route present = before.get(route.plugin().id());
        if (present == null || !present.plugin().equals(route.plugin())) {
            arrivals.forEach(listener -> listener.accept(tenantSlug, route.plugin()));
        }
    }

    /** The tenants with routes. */
    Set<String> tenants() {
        return Set.copyOf(tenants.keySet());
    }

    /** Offers a version to those who have not installed the plugin. */
    public void offer(PluginRef plugin, Visibility visibility) {
        offers.put(plugin.id(), new Offer(new Route(plugin, false), visibility));
    }

    /** Offers no version of a plugin any more. */
    public void withdraw(String pluginId) {
        offers.remove(pluginId);
    }

    /** Forgets everything. */
    public void clear() {
        offers.clear();
        stopped.clear();
        tenants.clear();
        switchedOff.clear();
    }

    private void sayOwn(String tenantSlug) {
        own.forEach(listener -> listener.accept(tenantSlug));
        say(tenantSlug);
    }

    private void say(String tenantSlug) {
        listeners.forEach(listener -> listener.accept(tenantSlug));
    }

    /** Kept beside the routes, so that a plugin that is installed again finds them. */
    private void keepOff(String tenantSlug, Map<String, Set<UUID>> off) {
        if (off.isEmpty()) {
            switchedOff.remove(tenantSlug);
        } else {
            switchedOff.put(tenantSlug, Map.copyOf(off));
        }
    }

    private Map<String, Set<UUID>> offIn(String tenantSlug) {
        return switchedOff.getOrDefault(tenantSlug, Map.of());
    }

    private static Route off(Route route, Set<UUID> workspaces) {
        return new Route(route.plugin(), route.enabled(), route.installed(), workspaces);
    }

    private static Map<String, Route> joined(Map<String, Route> before, Map<String, Route> change) {
        Map<String, Route> joined = new HashMap<>(before);
        joined.putAll(change);
        return Map.copyOf(joined);
    }

    /** The version for those who have not installed a plugin. */
    private record Offer(Route route, Visibility visibility) {

        boolean isVisibleTo(@Nullable String tenantSlug) {
            return visibility.isPublic()
                    || (tenantSlug != null && visibility.tenants().contains(tenantSlug));
        }
    }
}
