package io.plexica.plugins.internal.services;

import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.settings.LimitsSettings;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps account of the calls that plugins make to each other's services, and interrupts those that take too long: looks at all
 * of them ten times a second. Safe for all threads.
 */
@Component(service = ServiceCalls.class)
public final class ServiceCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_COUNTED = 10_000;
    private static final int FRAMES_TOLD = 6;

    private final Predicate<PluginRef> isRunning;
    private final LimitsSettings settings;
    private final Map<ServiceKey, ServiceTally> tallies = new ConcurrentHashMap<>();
    private final Set<ServiceCall> within = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker;

    /** Begins to watch. */
    @Activate
    public ServiceCalls(@Reference PluginRuntime runtime, @Reference LimitsSettings settings) {
        this(ref -> runtime.registry().running(ref).isPresent(), settings);
    }

    ServiceCalls(Predicate<PluginRef> isRunning, LimitsSettings settings) {
        this.isRunning = isRunning;
        this.settings = settings;
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(null, work, "plexica-service-watch", 0, false);
            thread.setDaemon(true);
            return thread;
        });
        worker.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Watches no more. */
    @Deactivate
    public void close() {
        worker.shutdownNow();
    }

    /**
     * The current thread begins a call; it is to be {@link #end ended}.
     *
     * @param context the caller's
     */
    ServiceCall begin(RunningPlugin provider, ExecutionContext context) {
        return begin(
                provider.candidate().ref(),
                provider.candidate().manifest().limits().timeout(),
                context.plugin(),
                context.tenant());
    }

    ServiceCall begin(
            PluginRef provider, @Nullable Duration asked, @Nullable PluginRef caller, @Nullable Tenant tenant) {
        Duration most = settings.serviceTimeout();
        Duration limit = asked == null || asked.compareTo(most) > 0 ? most : asked;
        String slug = tenant == null ? "" : tenant.slug();
        ServiceCall call = new ServiceCall(new ServiceKey(provider, caller, slug), limit.toNanos());
        within.add(call);
        return call;
    }

    /**
     * A call is over.
     *
     * @param failed whether it failed by the provider's fault
     * @return whether it was cut off
     */
    boolean end(ServiceCall call, boolean failed) {
        within.remove(call);
        boolean cut = call.end();
        tally(call.key()).add(call.nanos(System.nanoTime()), failed, cut);
        return cut;
    }

    /**
     * What became of the calls to a plugin and of those that it made, those to it first.
     *
     * @param tenantSlug only in this tenant; null for all
     */
    public List<ServiceFigures> of(String pluginId, @Nullable String tenantSlug) {
        return tallies.entrySet().stream()
                .filter(entry -> concerns(entry.getKey(), pluginId))
                .filter(entry ->
                        tenantSlug == null || entry.getKey().tenantSlug().equals(tenantSlug))
                .map(entry -> entry.getValue().figures(entry.getKey()))
                .sorted(Comparator.comparing(
                                (ServiceFigures figures) -> !figures.provider().startsWith(pluginId + "@"))
                        .thenComparing(ServiceFigures::provider)
                        .thenComparing(ServiceFigures::caller)
                        .thenComparing(ServiceFigures::tenant))
                .toList();
    }

    private static boolean concerns(ServiceKey key, String pluginId) {
        return key.provider().id().equals(pluginId)
                || (key.caller() != null && key.caller().id().equals(pluginId));
    }

    /** Versions that have gone are forgotten only when there are many. */
    private ServiceTally tally(ServiceKey key) {
        ServiceTally known = tallies.get(key);
        if (known != null) {
            return known;
        }
        if (tallies.size() >= MOST_COUNTED) {
            tallies.keySet().removeIf(other -> !isRunning.test(other.provider()));
            if (tallies.size() >= MOST_COUNTED) {
                tallies.clear();
            }
        }
        return tallies.computeIfAbsent(key, any -> new ServiceTally());
    }

    private void look() {
        try {
            long now = System.nanoTime();
            for (ServiceCall call : within) {
                if (call.isLate(now)) {
                    cut(call);
                }
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Calls of services could not be watched", e);
        }
    }

    private static void cut(ServiceCall call) {
        String where = Arrays.stream(call.trace())
                .limit(FRAMES_TOLD)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        if (call.cut()) {
            LOG.warn(
                    "{} keeps {} waiting for a service for more than {} ms and is interrupted: {}",
                    call.provider(),
                    call.key().caller() == null ? "the platform" : call.key().caller(),
                    TimeUnit.NANOSECONDS.toMillis(call.limitNanos()),
                    where);
        }
    }
}
