package io.plexica.spi.cache;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often keys have been evicted, so that a value worked out before is not kept after. Keys share counters: one that was
 * not evicted may look as if it were, never the other way round. Safe for all threads.
 */
public final class Evictions {

    private static final int COUNTERS = 1024;

    private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);

    /** The count for a key now. */
    public long mark(String key) {
        return counters.get(index(key));
    }

    /** Whether a key has not been evicted since its mark was taken. */
    public boolean holds(String key, long mark) {
        return mark(key) == mark;
    }

    /** A key is evicted. */
    public void evict(String key) {
        counters.incrementAndGet(index(key));
    }

    /** Any key may be evicted. */
    public void evictAll() {
        for (int i = 0; i < COUNTERS; i++) {
            counters.incrementAndGet(i);
        }
    }

    private static int index(String key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & COUNTERS - 1;
    }
}
