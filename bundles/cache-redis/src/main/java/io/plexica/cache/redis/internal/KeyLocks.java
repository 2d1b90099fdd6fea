package io.plexica.cache.redis.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Keeps apart what this node sends about one key, so that Redis sees it in the order in which it was decided: a value that is
 * on its way never arrives after the eviction that it should have heeded. Safe for all threads.
 */
final class KeyLocks {

    private static final int STRIPES = 64;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    KeyLocks() {
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Does something about a key, or, for a pattern, about any. */
    boolean with(String pattern, BooleanSupplier work) {
        return pattern.indexOf('*') < 0 ? one(pattern, work) : from(0, work);
    }

    private boolean one(String key, BooleanSupplier work) {
        int hash = key.hashCode();
        ReentrantLock lock = locks[(hash ^ hash >>> 16) & (STRIPES - 1)];
        lock.lock();
        try {
            return work.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** All of them, in one order for everybody. */
    private boolean from(int stripe, BooleanSupplier work) {
        if (stripe == STRIPES) {
            return work.getAsBoolean();
        }
        locks[stripe].lock();
        try {
            return from(stripe + 1, work);
        } finally {
            locks[stripe].unlock();
        }
    }
}
