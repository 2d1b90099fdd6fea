package io.plexica.cache.redis.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a node keeps in its own memory of what is in Redis. Safe for all threads. */
final class NearCache {

    /** What an entry takes beside its key and value, roughly. */
    private static final int OVERHEAD = 150;

    private final Cache<String, Entry> entries;

    /** Many put at once; who evicts waits for those who have begun, so that nothing on its way outlives it. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    NearCache(long mostBytes) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((String key, Entry entry) -> key.length() + entry.value().length + OVERHEAD)
                .expireAfter(Expiry.<String, Entry>writing((key, entry) -> entry.lifetime()))
                .executor(Runnable::run)
                .build();
    }

    private record Entry(byte[] value, Duration lifetime) {}

    byte @Nullable [] get(String key) {
        Entry entry = entries.getIfPresent(key);
        return entry == null ? null : entry.value();
    }

    /** Keeps a copy, if it still may be kept. */
    void put(String key, byte[] value, Duration lifetime, BooleanSupplier may) {
        lock.readLock().lock();
        try {
            if (may.getAsBoolean()) {
                entries.put(key, new Entry(value, lifetime));
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

    void clear() {
        alone(entries::invalidateAll);
    }

    private void alone(Runnable eviction) {
        lock.writeLock().lock();
        try {
            eviction.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    long entries() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    long bytes() {
        return entries.policy()
                .eviction()
                .map(bound -> bound.weightedSize().orElse(0))
                .orElse(0L);
    }
}
