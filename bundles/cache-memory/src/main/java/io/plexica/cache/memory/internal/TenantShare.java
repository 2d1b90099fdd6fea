package io.plexica.cache.memory.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of one tenant. What it takes is counted in a sum that all tenants share. Safe for all threads. */
final class TenantShare {

    /** What an entry takes beside its key and value, roughly. */
    private static final int OVERHEAD = 150;

    private final AtomicLong sum;
    private final Ticker ticker;
    private final Cache<String, Entry> entries;

    /** Many put at once; who evicts waits for those who have begun, so that nothing on its way outlives it. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private volatile long used;
    private boolean closed;

    TenantShare(long most, AtomicLong sum, Ticker ticker) {
        this.sum = sum;
        this.ticker = ticker;
        this.used = ticker.read();
        this.entries = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher(TenantShare::weight)
                .expireAfter(Expiry.<String, Entry>writing((key, entry) -> entry.lifetime()))
                .ticker(ticker)
                .executor(Runnable::run)
                .<String, Entry>removalListener((key, entry, cause) -> {
                    if (key != null && entry != null) {
                        sum.addAndGet(-weight(key, entry));
                    }
                })
                .build();
    }

    private record Entry(byte[] value, Duration lifetime) {}

    byte @Nullable [] get(String key) {
        used = ticker.read();
        Entry entry = entries.getIfPresent(key);
        return entry == null ? null : entry.value();
    }

    /** Keeps a value, if it still may be kept. */
    void put(String key, byte[] value, Duration lifetime, BooleanSupplier may) {
        used = ticker.read();
        lock.readLock().lock();
        try {
            if (!closed && may.getAsBoolean()) {
                Entry entry = new Entry(value, lifetime);
                sum.addAndGet(weight(key, entry));
                entries.put(key, entry);
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    void evict(String key) {
        alone(() -> entries.invalidate(key));
    }

    void evictIf(Predicate<String> matches) {
        alone(() -> entries.asMap().keySet().removeIf(matches));
    }

    long entries() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    /** When it was used last. */
    long used() {
        return used;
    }

    /** Nothing is kept here any more, what is being put meanwhile included. */
    void close() {
        alone(() -> {
            closed = true;
            entries.invalidateAll();
        });
    }

    private void alone(Runnable eviction) {
        lock.writeLock().lock();
        try {
            eviction.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static int weight(String key, Entry entry) {
        return key.length() + entry.value().length + OVERHEAD;
    }
}
