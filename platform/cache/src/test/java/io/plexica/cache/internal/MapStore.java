package io.plexica.cache.internal;

import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.cache.Evictions;
import io.plexica.spi.cache.KeyPattern;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store that forgets only when told to, and whose entries a test may tamper with. */
final class MapStore implements CacheStore {

    final Map<String, byte[]> entries = new ConcurrentHashMap<>();
    final Map<String, Duration> lifetimes = new ConcurrentHashMap<>();
    final Map<String, String> claimed = new ConcurrentHashMap<>();
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
    public boolean put(String key, byte[] value, Duration timeToLive, long mark, String claim) {
        boolean holds = claim.equals(claimed.get(key));
        if (holds) {
            put(key, value, timeToLive, mark);
        }
        return holds;
    }

    @Override
    public void evict(String key) {
        evictions.evict(key);
        claimed.remove(key);
        entries.remove(key);
    }

    @Override
    public void evictAll(String pattern) {
        evictions.evictAll(pattern);
        claimed.keySet().removeIf(KeyPattern.of(pattern));
        entries.keySet().removeIf(KeyPattern.of(pattern));
    }

    @Override
    public @Nullable String claim(String key, Duration patience) {
        String claim = UUID.randomUUID().toString();
        return claimed.putIfAbsent(key, claim) == null ? claim : null;
    }

    @Override
    public void release(String key, String claim) {
        claimed.remove(key, claim);
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
