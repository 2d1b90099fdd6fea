package io.plexica.web.internal.bounds;

import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginCalls.Figures;

/** A sum that is being made; used by one thread at a time. */
final class Tally {

    final long[] latencies = Latencies.nothing();
    long calls;
    long errors;
    long rejected;
    long leftAlone;
    long timeouts;
    int inFlight;
    int queued;
    private BreakerState breaker = BreakerState.CLOSED;

    void worst(BreakerState other) {
        if (other.compareTo(breaker) > 0) {
            breaker = other;
        }
    }

    /** What has been counted for tenants that are not counted one by one any more. */
    void addPast(Tally past) {
        calls += past.calls;
        errors += past.errors;
        rejected += past.rejected;
        leftAlone += past.leftAlone;
        timeouts += past.timeouts;
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] += past.latencies[i];
        }
    }

    Figures figures(int hungThreads) {
        return new Figures(
                calls,
                errors,
                Latencies.millis(latencies, 0.50),
                Latencies.millis(latencies, 0.95),
                Latencies.millis(latencies, 0.99),
                inFlight,
                queued,
                rejected,
                timeouts,
                breaker,
                hungThreads);
    }
}
