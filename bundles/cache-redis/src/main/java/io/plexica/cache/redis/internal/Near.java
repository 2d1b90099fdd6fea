package io.plexica.cache.redis.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a node keeps in its own memory of what is in Redis. Safe for all threads. */
final class Near {

    /** What an entry takes beside its key and value, roughly. */
    private static final int OVERHEAD = 150;

    private final Cache<String, Entry> entries;

    Near(long mostBytes) {
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

    void put(String key, byte[] value, Duration lifetime) {
        entries.put(key, new Entry(value, lifetime));
    }

    void evict(String key) {
        entries.invalidate(key);
    }

    void evictIf(Predicate<String> matches) {
        entries.asMap().keySet().removeIf(matches);
    }

    void clear() {
        entries.invalidateAll();
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
