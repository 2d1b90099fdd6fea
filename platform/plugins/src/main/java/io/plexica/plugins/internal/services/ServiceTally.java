package io.plexica.plugins.internal.services;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What became of calls that are counted together. Safe for all threads. */
final class ServiceTally {

    private static final double MILLI = 1e6;

    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    void add(long took, boolean failed, boolean cut) {
        calls.increment();
        nanos.add(took);
        longest.accumulate(took);
        if (failed || cut) {
            errors.increment();
        }
        if (cut) {
            timeouts.increment();
        }
    }

    ServiceFigures figures(ServiceKey key) {
        long all = calls.sum();
        return new ServiceFigures(
                key.provider().toString(),
                key.caller() == null ? "platform" : key.caller().toString(),
                key.tenantSlug(),
                all,
                errors.sum(),
                timeouts.sum(),
                all == 0 ? 0 : nanos.sum() / MILLI / all,
                longest.get() / MILLI);
    }
}
