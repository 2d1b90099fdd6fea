package io.plexica.cache.internal;

import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.cache.Evictions;
import io.plexica.spi.cache.KeyPattern;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store that forgets only when told to, and whose entries a test may tamper with. */
final class MapStore implements CacheStore {

    final Map<String, byte[]> entries = new ConcurrentHashMap<>();
    final Map<String, Duration> lifetimes = new ConcurrentHashMap<>();
    final Map<String, Boolean> claimed = new ConcurrentHashMap<>();
    private final Evictions evictions = new Evictions();

    @Override
    public byte @Nullable [] get(String key) {
        return entries.get(key);
    }

    @Override
    public long mark(String key) {
        return evictions.mark(key);
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive, long mark) {
        if (evictions.holds(key, mark)) {
            entries.put(key, value);
            lifetimes.put(key, timeToLive);
        }
    }

    @Override
    public void evict(String key) {
        evictions.evict(key);
        entries.remove(key);
    }

    @Override
    public void evictAll(String pattern) {
        evictions.evictAll();
        entries.keySet().removeIf(KeyPattern.of(pattern));
    }

    @Override
    public boolean claim(String key, Duration atMost) {
        return claimed.putIfAbsent(key, true) == null;
    }

    @Override
    public void release(String key) {
        claimed.remove(key);
    }

    @Override
    public void begin() {
        entries.clear();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("kind", "map");
    }

    @Override
    public @Nullable String trouble() {
        return null;
    }
}
