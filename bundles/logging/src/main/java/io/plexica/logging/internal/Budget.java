package io.plexica.logging.internal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How much may be written: so many bytes per second, and what was saved up over some seconds at once. Keeps a single number, the
 * moment at which all that was written has been paid for. Safe for all threads; takes no lock.
 */
final class Budget {

    private static final long NANOS = 1_000_000_000;

    /** What may be saved up. */
    private static final long SAVED_NANOS = 20 * NANOS;

    private final AtomicLong paidAt;
    private final LongAdder refused = new LongAdder();

    Budget(long now) {
        this.paidAt = new AtomicLong(now - SAVED_NANOS);
    }

    /** Takes what one line needs; what is refused is counted. */
    boolean take(long bytes, long bytesPerSecond, long now) {
        long price = bytes >= Long.MAX_VALUE / NANOS ? Long.MAX_VALUE / 2 : bytes * NANOS / bytesPerSecond;
        while (true) {
            long before = paidAt.get();
            long from = now - before > SAVED_NANOS ? now - SAVED_NANOS : before;
            if (from + price - now > 0) {
                refused.increment();
                return false;
            }
            if (paidAt.compareAndSet(before, from + price)) {
                return true;
            }
        }
    }

    /** How many lines were refused. */
    long refused() {
        return refused.sum();
    }
}
