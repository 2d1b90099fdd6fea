package io.plexica.spi.bounds;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts calls and failures of the last ten seconds, second by second. Safe for all threads, without locks. */
final class Window {

    private static final int SECONDS = 10;
    private static final long NANOS = 1_000_000_000L;
    private static final int COUNT_BITS = 20;
    private static final long MOST = (1L << COUNT_BITS) - 1;
    private static final long SECOND_MASK = (1L << (64 - 2 * COUNT_BITS)) - 1;

    /** In each slot: the second that it counts, the calls, the failures. */
    private final AtomicLongArray slots = new AtomicLongArray(SECONDS + 1);

    void add(long nanos, boolean failed) {
        long second = Math.floorDiv(nanos, NANOS);
        int index = (int) Math.floorMod(second, SECONDS + 1L);
        long stamp = second & SECOND_MASK;
        while (true) {
            long before = slots.get(index);
            boolean same = before >>> (2 * COUNT_BITS) == stamp;
            long calls = same ? before >>> COUNT_BITS & MOST : 0;
            long failures = same ? before & MOST : 0;
            long after = stamp << (2 * COUNT_BITS)
                    | Math.min(MOST, calls + 1) << COUNT_BITS
                    | Math.min(MOST, failures + (failed ? 1 : 0));
            if (slots.compareAndSet(index, before, after)) {
                return;
            }
        }
    }

    /** What was counted until now. */
    Sum sum(long nanos) {
        long second = Math.floorDiv(nanos, NANOS);
        long calls = 0;
        long failures = 0;
        for (int i = 0; i < SECONDS; i++) {
            long slot = slots.get((int) Math.floorMod(second - i, SECONDS + 1L));
            if (slot >>> (2 * COUNT_BITS) == ((second - i) & SECOND_MASK)) {
                calls += slot >>> COUNT_BITS & MOST;
                failures += slot & MOST;
            }
        }
        return new Sum(calls, failures);
    }

    void clear() {
        for (int i = 0; i < slots.length(); i++) {
            slots.set(i, 0);
        }
    }

    /** Calls and those of them that failed. */
    record Sum(long calls, long failures) {}
}
