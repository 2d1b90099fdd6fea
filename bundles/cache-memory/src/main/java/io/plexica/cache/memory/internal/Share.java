package io.plexica.cache.memory.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of one tenant. What it takes is counted in a sum that all tenants share. Safe for all threads. */
final class Share {

    /** What an entry takes beside its key and value, roughly. */
    private static final int OVERHEAD = 150;

    private final AtomicLong sum;
    private final Ticker ticker;
    private final Cache<String, Entry> entries;
    private volatile long used;
    private volatile boolean closed;

    Share(long most, AtomicLong sum, Ticker ticker) {
        this.sum = sum;
        this.ticker = ticker;
        this.used = ticker.read();
        this.entries = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher(Share::weight)
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

    void put(String key, byte[] value, Duration lifetime) {
        used = ticker.read();
        Entry entry = new Entry(value, lifetime);
        sum.addAndGet(weight(key, entry));
        entries.put(key, entry);
        if (closed) {
            entries.invalidateAll();
        }
    }

    void evict(String key) {
        entries.invalidate(key);
    }

    void evictIf(Predicate<String> matches) {
        entries.asMap().keySet().removeIf(matches);
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
        closed = true;
        entries.invalidateAll();
    }

    private static int weight(String key, Entry entry) {
        return key.length() + entry.value().length + OVERHEAD;
    }
}
