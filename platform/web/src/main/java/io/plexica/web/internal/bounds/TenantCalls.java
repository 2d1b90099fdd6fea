package io.plexica.web.internal.bounds;

import io.plexica.spi.bounds.Breaker;
import io.plexica.spi.bounds.CallLimits;
import io.plexica.spi.bounds.Places;
import java.util.concurrent.atomic.LongAdder;

/** The calls of one tenant within one version: their places, their breaker, what became of them. Safe for all threads. */
final class TenantCalls {

    private final String slug;
    private final Places places;
    private final Breaker breaker = new Breaker();
    private final Latencies latencies = new Latencies();
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder leftAlone = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private volatile long lastUse = System.nanoTime();

    TenantCalls(String slug, CallLimits limits) {
        this.slug = slug;
        this.places = new Places(limits.concurrency());
    }

    String slug() {
        return slug;
    }

    Places places() {
        return places;
    }

    Breaker breaker() {
        return breaker;
    }

    void rejected() {
        rejected.increment();
    }

    /** A call was refused since too many before it had failed. */
    void leftAlone() {
        rejected.increment();
        leftAlone.increment();
    }

    void timedOut() {
        timeouts.increment();
    }

    void ended(long now, long nanos, boolean error) {
        calls.increment();
        if (error) {
            errors.increment();
        }
        latencies.add(nanos);
        lastUse = now;
    }

    void fade() {
        latencies.fade();
    }

    /** Whether nothing is going on here, and nothing has been for a while. */
    boolean isIdle(long now, long nanos) {
        return now - lastUse > nanos && places.taken() == 0 && places.waiting() == 0;
    }

    void addTo(Tally tally) {
        tally.calls += calls.sum();
        tally.errors += errors.sum();
        tally.rejected += rejected.sum();
        tally.leftAlone += leftAlone.sum();
        tally.timeouts += timeouts.sum();
        tally.inFlight += places.taken();
        tally.queued += places.waiting();
        tally.worst(breaker.state());
        latencies.addTo(tally.latencies);
    }
}
