package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the routing table to what the database says, tenant by tenant, on a thread that lives no longer than there is
 * something to do. Safe for all threads.
 */
@Component(service = RouteKeeper.class)
public final class RouteKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(RouteKeeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String ALL = "";

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> reading = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor worker;
    private final Routes routes;
    private final InstallationStore installations;
    private final LevelStore levels;
    private final PluginsSettings settings;
    private final Runnable deaf;

    /** Begins idle. */
    @Activate
    public RouteKeeper(
            @Reference Routes routes,
            @Reference InstallationStore installations,
            @Reference LevelStore levels,
            @Reference PluginsSettings settings) {
        this.routes = routes;
        this.installations = installations;
        this.levels = levels;
        this.settings = settings;
        this.worker = new ScheduledThreadPoolExecutor(1, Daemons.named("plexica-plugin-routes"));
        worker.setKeepAliveTime(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        worker.allowCoreThreadTimeOut(true);
        // An operation puts its route after it has committed; by then the next one may have put another, here or
        // elsewhere.
        this.deaf = routes.hearOwn(this::changed);
    }

    /** Stops. */
    @Deactivate
    public void close() {
        deaf.run();
        worker.shutdownNow();
    }

    /** The routes of a tenant, or of all for an empty slug, may have changed: they are read soon. */
    void changed(String slug) {
        waiting.add(slug);
        schedule(Duration.ZERO);
    }

    /** Whether the routes of a tenant may have changed since they were read. */
    boolean isBehind(String slug) {
        return isAmong(waiting, slug) || isAmong(reading, slug);
    }

    private static boolean isAmong(Set<String> slugs, String slug) {
        return !slugs.isEmpty() && (slugs.contains(slug) || slugs.contains(ALL));
    }

    /** Reads the routes of a tenant now, and again where an operation of this node has changed them meanwhile. */
    void refresh(String slug) {
        boolean done = false;
        while (!done) {
            long before = routes.changes(slug);
            done = routes.replace(
                    slug,
                    routes(installations.ofTenant(slug)),
                    levels.switchedOff(slug).getOrDefault(slug, Map.of()),
                    before);
        }
    }

    /** Reads all routes now. */
    void refreshAll() {
        Map<String, Long> before = routes.changes();
        Set<String> slugs = new HashSet<>(routes.tenants());
        Map<String, List<Installation>> read =
                installations.all().stream().collect(Collectors.groupingBy(Installation::tenantSlug));
        Map<String, Map<String, Set<UUID>>> off = levels.switchedOff(null);
        slugs.addAll(read.keySet());
        for (String slug : slugs) {
            List<Route> there = routes(read.getOrDefault(slug, List.of()));
            if (!routes.replace(slug, there, off.getOrDefault(slug, Map.of()), before.getOrDefault(slug, 0L))) {
                refresh(slug);
            }
        }
    }

    private List<Route> routes(List<Installation> found) {
        return found.stream()
                .filter(one ->
                        one.status().isPresent() && settings.serves(one.plugin().id()))
                .map(one -> new Route(one.plugin(), one.enabled(), true))
                .toList();
    }

    private void work() {
        for (String slug : Set.copyOf(waiting)) {
            reading.add(slug);
            waiting.remove(slug);
            try {
                if (slug.equals(ALL)) {
                    refreshAll();
                } else {
                    refresh(slug);
                }
            } catch (PlexicaException e) {
                LOG.debug("The routes of '{}' are read again", slug, e);
                waiting.add(slug);
                schedule(PAUSE);
            } finally {
                reading.remove(slug);
            }
        }
    }

    private void schedule(Duration pause) {
        try {
            worker.schedule(this::work, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Routes are not kept any more", e);
        }
    }
}
