package io.plexica.plugins.internal.services;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.bounds.Bounds;
import io.plexica.spi.bounds.Breaker;
import io.plexica.spi.bounds.CallLimits;
import io.plexica.spi.bounds.Places;
import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of all other plugins to the services of one version in one tenant: their places and their breaker. Safe for all
 * threads.
 */
final class ProviderAccount {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderAccount.class);
    private static final int RETRY_SECONDS = 1;

    private final PluginRef provider;
    private final String tenantSlug;
    private final Breaker breaker = new Breaker();
    private final Places places;
    private volatile Bounds bounds;

    ProviderAccount(PluginRef provider, String tenantSlug, Limits asked, BoundSettings most) {
        this.provider = provider;
        this.tenantSlug = tenantSlug;
        this.bounds = Bounds.of(null, asked, most);
        this.places = new Places(bounds.limits().concurrency());
    }

    PluginRef provider() {
        return provider;
    }

    /** What holds for a call that begins now. */
    Bounds bounds(Limits asked, BoundSettings most) {
        Bounds known = bounds;
        Bounds now = Bounds.of(known, asked, most);
        if (now != known) {
            bounds = now;
        }
        return now;
    }

    /**
     * Takes a place for a call, and waits for one if need be.
     *
     * @throws PlexicaException {@code plugin-unavailable} or {@code plugin-overloaded}, with the provider's name
     */
    void enter(Bounds now) {
        long nanos = System.nanoTime();
        if (!breaker.admits(nanos, now.most())) {
            throw refused(
                    ErrorCode.PLUGIN_UNAVAILABLE,
                    "The services of " + provider + " have failed too often and are left alone for a moment",
                    breaker.secondsLeft(nanos, now.most()));
        }
        places.resize(now.limits().concurrency());
        if (!places.take() && !waited(now.limits())) {
            breaker.unused(System.nanoTime());
            throw refused(
                    ErrorCode.PLUGIN_OVERLOADED,
                    "The services of " + provider
                            + " work on as many calls of this tenant as they may. Try again in a moment",
                    RETRY_SECONDS);
        }
    }

    /** A call that has entered is over. */
    void leave() {
        places.give();
    }

    /** It is known what becomes of a call that has entered: it may go on for long all the same. */
    void told(boolean failed) {
        BoundSettings most = bounds.most();
        if (breaker.ended(System.nanoTime(), failed, most)) {
            LOG.warn(
                    "The services of {} fail too often in tenant {}; they are called again in {} s",
                    provider,
                    tenantSlug,
                    most.breakerPause().toSeconds());
        }
    }

    BreakerState breaker() {
        return breaker.state();
    }

    /** Calls within it now. */
    int inFlight() {
        return places.taken();
    }

    /** Calls that wait for a place. */
    int queued() {
        return places.waiting();
    }

    private boolean waited(CallLimits limits) {
        if (!places.queue(limits.queue())) {
            return false;
        }
        try {
            return places.await(limits.timeout().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private PlexicaException refused(ErrorCode code, String why, long retryAfter) {
        return new PlexicaException(code, why).with("plugin", provider.id()).with("retryAfter", retryAfter);
    }
}
