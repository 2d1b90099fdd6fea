package io.plexica.plugins.internal.services;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What became of the calls of one plugin to the services of another in one tenant. Safe for all threads. */
final class ServiceAccount {

    private static final double MILLI = 1e6;

    private final ServiceKey key;
    private final ProviderAccount provider;
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    ServiceAccount(ServiceKey key, ProviderAccount provider) {
        this.key = key;
        this.provider = provider;
    }

    ServiceKey key() {
        return key;
    }

    /** Places and breaker, which it shares with the calls of others. */
    ProviderAccount provider() {
        return provider;
    }

    void ended(long took, boolean failed, boolean cut) {
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

    void refused() {
        refused.increment();
    }

    ServiceFigures figures() {
        long all = calls.sum();
        return new ServiceFigures(
                key.provider().toString(),
                key.callerName(),
                key.tenantSlug(),
                all,
                errors.sum(),
                timeouts.sum(),
                refused.sum(),
                provider.breaker(),
                all == 0 ? 0 : nanos.sum() / MILLI / all,
                longest.get() / MILLI);
    }
}
