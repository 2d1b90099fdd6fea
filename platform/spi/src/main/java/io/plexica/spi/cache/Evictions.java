package io.plexica.spi.cache;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often keys have been evicted, so that a value worked out before is not kept after. Keys share counters: one that was
 * not evicted may look as if it were, never the other way round. What one tenant evicts by patterns hardly ever looks as if it were
 * another's. Safe for all threads.
 */
public final class Evictions {

    private static final int COUNTERS = 1024;

    private final AtomicLongArray keys = new AtomicLongArray(COUNTERS);
    private final AtomicLongArray tenants = new AtomicLongArray(COUNTERS);

    /** The count for a key now. */
    public long mark(String key) {
        // Neither ever falls, so the sum stays only where both do.
        return keys.get(index(key)) + tenants.get(index(KeyPattern.tenant(key)));
    }

    /** Whether a key has not been evicted since its mark was taken. */
    public boolean holds(String key, long mark) {
        return mark(key) == mark;
    }

    /** A key is evicted. */
    public void evict(String key) {
        keys.incrementAndGet(index(key));
    }

    /** Any key of a pattern's tenant may be evicted. */
    public void evictAll(String pattern) {
        tenants.incrementAndGet(index(KeyPattern.tenant(pattern)));
    }

    /** Any key may be evicted. */
    public void evictAll() {
        for (int i = 0; i < COUNTERS; i++) {
            tenants.incrementAndGet(i);
        }
    }

    private static int index(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & COUNTERS - 1;
    }
}
