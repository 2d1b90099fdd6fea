package io.plexica.plugins.internal.rollout;

import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginCalls.Counts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes.Route;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The counts of calls where somebody counts them; nothing otherwise. Remembers what had been counted when tenants came to a version,
 * for they may have been on it before. Safe for all threads.
 */
@Component(service = CallCounts.class)
public final class CallCounts {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PluginCalls calls;

    /** By tenant and plugin; of those who had never called the version there is nothing to remember. */
    private final Map<String, Arrival> arrivals = new ConcurrentHashMap<>();

    private final Routes routes;
    private final Runnable deaf;

    /** Begins without anybody who counts. */
    @Activate
    public CallCounts(@Reference Routes routes) {
        this.routes = routes;
        this.deaf = routes.hearArrivals(this::arrived);
    }

    /** Counts of somebody in particular. */
    public CallCounts(Routes routes, PluginCalls calls) {
        this(routes);
        this.calls = calls;
    }

    /** Hears no more who arrives where. */
    @Deactivate
    public void close() {
        deaf.run();
    }

    Counts of(PluginRef plugin, String tenantSlug) {
        PluginCalls present = calls;
        return present == null ? new Counts(0, 0) : present.counts(plugin, tenantSlug);
    }

    /**
     * What was counted since the tenant came to the version, as far as this node knows of a time before. A move that has committed
     * may not have arrived here yet; until it has, what is counted is of an earlier time.
     */
    Counts sinceArrival(PluginRef plugin, String tenantSlug) {
        Route route = routes.find(plugin.id(), tenantSlug);
        if (route == null || !route.installed() || !route.plugin().equals(plugin)) {
            return new Counts(0, 0);
        }
        Counts now = of(plugin, tenantSlug);
        Arrival arrival = arrivals.get(key(tenantSlug, plugin));
        return arrival != null && arrival.plugin().equals(plugin) ? RolloutJudgement.since(arrival.counts(), now) : now;
    }

    private void arrived(String tenantSlug, PluginRef plugin) {
        Counts there = of(plugin, tenantSlug);
        if (there.calls() == 0) {
            arrivals.remove(key(tenantSlug, plugin));
        } else {
            arrivals.put(key(tenantSlug, plugin), new Arrival(plugin, there));
        }
    }

    private static String key(String tenantSlug, PluginRef plugin) {
        return tenantSlug + " " + plugin.id();
    }

    private record Arrival(PluginRef plugin, Counts counts) {}
}
