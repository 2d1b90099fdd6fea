package io.plexica.web.internal.bounds;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.bounds.Bounds;
import io.plexica.spi.bounds.Places;
import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.settings.WebSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The calls within one version of a plugin, tenant by tenant. Safe for all threads. */
public final class VersionCalls {

    private static final int MOST_TENANTS = 2_000;
    private static final int RETRY_SECONDS = 1;
    private static final int ANSWER_FACTOR = 10;

    private final PluginRef plugin;
    private final Limits asked;
    private final WebSettings settings;
    private final CallWatch watch;
    private final PluginThreads threads;
    private final Function<String, PluginThreads> threadsOf;
    private final Map<String, TenantCalls> tenants = new ConcurrentHashMap<>();
    private final Tally past = new Tally();
    private volatile @Nullable Bounds bounds;

    VersionCalls(
            PluginRef plugin,
            Limits asked,
            WebSettings settings,
            CallWatch watch,
            Function<String, PluginThreads> threadsOf) {
        this.plugin = plugin;
        this.asked = asked;
        this.settings = settings;
        this.watch = watch;
        this.threads = threadsOf.apply(plugin.id());
        this.threadsOf = threadsOf;
    }

    /**
     * Takes a thread for a call, which from now on may not take for ever.
     *
     * @throws PlexicaException {@code plugin-overloaded} when the plugin holds too many threads already
     */
    public BoundedCall arrive(Call call, HttpServletResponse response) {
        Bounds now = bounds();
        if (!threads.take(now.most().threads())) {
            String slug = slug(call);
            of(slug, now).rejected();
            throw overloaded("All its calls together hold as many threads as one plugin may");
        }
        BoundedCall bounded = new BoundedCall(this, call, response, now.limits().timeout());
        watch.add(bounded);
        return bounded;
    }

    /** A call that was suspended has a thread again, to write its answer: it is not refused one any more. */
    BoundedCall resumed(BoundedCall call) {
        threads.takeAnyway();
        watch.add(call);
        return call;
    }

    /** The call's thread does something else from now on. */
    void threadEnded(BoundedCall call) {
        watch.remove(call);
        threads(call.holder()).give();
    }

    /** A call was cut off in another plugin's service: its thread is that plugin's to answer for until it ends. */
    void handOver(PluginRef holder) {
        threads(holder).takeAnyway();
        threads.give();
    }

    /**
     * Takes a place for a call of a tenant, and waits for one if need be.
     *
     * @throws PlexicaException {@code plugin-unavailable} or {@code plugin-overloaded}
     */
    TenantCalls enter(BoundedCall call, long nanos) {
        Bounds now = bounds();
        TenantCalls tenant = of(slug(call.call()), now);
        if (!tenant.breaker().admits(nanos, now.most())) {
            tenant.leftAlone();
            throw new PlexicaException(
                            ErrorCode.PLUGIN_UNAVAILABLE,
                            "The plugin " + plugin.id() + " has failed too often and is left alone for a moment")
                    .with("plugin", plugin.id())
                    .with("retryAfter", tenant.breaker().secondsLeft(nanos, now.most()));
        }
        Places places = tenant.places();
        places.resize(now.limits().concurrency());
        if (!places.take() && !waited(call, places, now)) {
            tenant.breaker().unused(System.nanoTime());
            tenant.rejected();
            throw overloaded("It works on as many calls of this tenant as it may");
        }
        return tenant;
    }

    /** A call that has entered is over. */
    void ended(TenantCalls tenant, long began, int status, boolean failed) {
        long now = System.nanoTime();
        tenant.ended(now, now - began, status >= 500);
        if (tenant.breaker().ended(now, failed, bounds().most())) {
            CallWatch.LOG.warn(
                    "{} fails too often in {}; it is called again in {} s",
                    plugin,
                    tenant.slug().isEmpty() ? "calls without a tenant" : "tenant " + tenant.slug(),
                    bounds().most().breakerPause().toSeconds());
        }
    }

    PluginRef plugin() {
        return plugin;
    }

    long timeoutNanos() {
        return bounds().limits().timeout().toNanos();
    }

    /** Whether an answer has been on its way for too long after its time: downloads may come to their end. */
    boolean isEndless(long lateNanos) {
        Duration timeout = bounds().limits().timeout();
        Duration most = timeout.multipliedBy(ANSWER_FACTOR);
        Duration least = settings.current().asyncTimeout();
        return lateNanos
                > (most.compareTo(least) < 0 ? least : most).minus(timeout).toNanos();
    }

    /** Everything together. */
    Tally tally() {
        Tally tally = new Tally();
        synchronized (past) {
            tally.addPast(past);
            tenants.values().forEach(tenant -> tenant.addTo(tally));
        }
        return tally;
    }

    /** How many tenants' calls are not let through now. */
    long openBreakers() {
        return tenants.values().stream()
                .filter(tenant -> tenant.breaker().state() == BreakerState.OPEN)
                .count();
    }

    Map<String, TenantCalls> tenants() {
        return tenants;
    }

    /** Lets old times fade, and keeps no account of tenants that do nothing. */
    void tidy(long now, long idleNanos) {
        long limit = tenants.size() > MOST_TENANTS ? 0 : idleNanos;
        for (TenantCalls tenant : tenants.values()) {
            tenant.fade();
            if (tenant.isIdle(now, limit)) {
                synchronized (past) {
                    tenants.remove(tenant.slug());
                    tenant.addTo(past);
                }
            }
        }
    }

    private boolean waited(BoundedCall call, Places places, Bounds now) {
        if (!places.queue(now.limits().queue())) {
            return false;
        }
        call.waits(now.limits().timeout());
        boolean mayWait = threads.wait(now.most().waiting());
        try {
            return places.await(mayWait ? now.limits().timeout().toNanos() : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (mayWait) {
                threads.waited();
            }
        }
    }

    private PluginThreads threads(PluginRef holder) {
        return holder.id().equals(plugin.id()) ? threads : threadsOf.apply(holder.id());
    }

    private PlexicaException overloaded(String why) {
        return new PlexicaException(
                        ErrorCode.PLUGIN_OVERLOADED,
                        "The plugin " + plugin.id() + " has too much to do: " + why + ". Try again in a moment")
                .with("plugin", plugin.id())
                .with("retryAfter", RETRY_SECONDS);
    }

    private TenantCalls of(String slug, Bounds now) {
        TenantCalls known = tenants.get(slug);
        return known != null ? known : tenants.computeIfAbsent(slug, key -> new TenantCalls(key, now.limits()));
    }

    /** The tenant of a call; empty for one without. */
    static String slug(Call call) {
        io.plexica.spi.tenancy.Tenant tenant = call.context().tenant();
        return tenant == null ? "" : tenant.slug();
    }

    /** Worked out anew only when somebody has changed the settings. */
    private Bounds bounds() {
        Bounds known = bounds;
        Bounds now = Bounds.of(known, asked, settings.current().bounds());
        if (now != known) {
            bounds = now;
        }
        return now;
    }
}
