package io.plexica.cache.memory.internal;

import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.cache.Evictions;
import io.plexica.spi.cache.KeyPattern;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * Keeps values in the memory of this node, each tenant's apart: one that caches a lot drives out nobody else's values. When
 * all together take too much, those of the tenants that used theirs least lately go. Safe for all threads.
 */
@Component(configurationPid = "io.plexica.cache.memory", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class MemoryCache implements CacheStore {

    /** There is no other node. */
    private static final String ALONE = "alone";

    private final long most;
    private final long mostOfTenant;
    private final Ticker ticker;
    private final Map<String, TenantShare> shares = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Evictions evictions = new Evictions();

    /** An empty cache. */
    @Activate
    public MemoryCache(MemoryConfig config) {
        this(config.cacheBytes(), config.cacheTenantBytes(), Ticker.systemTicker());
    }

    /** An empty cache with bounds in bytes, of all and of one tenant. */
    public MemoryCache(long most, long mostOfTenant, Ticker ticker) {
        this.most = most;
        this.mostOfTenant = mostOfTenant;
        this.ticker = ticker;
    }

    @Override
    public byte @Nullable [] get(String key) {
        TenantShare share = shares.get(KeyPattern.tenant(key));
        return share == null ? null : share.get(key);
    }

    @Override
    public long mark(String key) {
        return evictions.mark(key);
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive, long mark) {
        if (!evictions.holds(key, mark)) {
            return;
        }
        TenantShare share = shares.computeIfAbsent(
                KeyPattern.tenant(key), tenant -> new TenantShare(Math.min(most, mostOfTenant), bytes, ticker));
        share.put(key, value, timeToLive, () -> evictions.holds(key, mark));
        makeRoom(share);
    }

    @Override
    public boolean put(String key, byte[] value, Duration timeToLive, long mark, String claim) {
        put(key, value, timeToLive, mark);
        return evictions.holds(key, mark);
    }

    @Override
    public void evict(String key) {
        evictions.evict(key);
        TenantShare share = shares.get(KeyPattern.tenant(key));
        if (share != null) {
            share.evict(key);
        }
    }

    @Override
    public void evictAll(String pattern) {
        evictions.evictAll(pattern);
        String tenant = KeyPattern.tenant(pattern);
        if (pattern.equals(tenant + ":*")) {
            remove(tenant);
            return;
        }
        TenantShare share = shares.get(tenant);
        if (share != null) {
            share.evictIf(KeyPattern.of(pattern));
        }
    }

    @Override
    public String claim(String key, Duration patience) {
        return ALONE;
    }

    @Override
    public void release(String key, String claim) {}

    @Override
    public void begin() {
        evictions.evictAll();
        shares.keySet().forEach(this::remove);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "kind",
                "memory",
                "tenants",
                Integer.toString(shares.size()),
                "entries",
                Long.toString(
                        shares.values().stream().mapToLong(TenantShare::entries).sum()),
                "bytes",
                Long.toString(bytes.get()));
    }

    @Override
    public @Nullable String trouble() {
        return null;
    }

    /** The one who has just put something keeps it. */
    private void makeRoom(TenantShare but) {
        while (bytes.get() > most) {
            String idlest = shares.entrySet().stream()
                    .filter(entry -> entry.getValue() != but)
                    .min(Comparator.comparingLong(entry -> entry.getValue().used()))
                    .map(Map.Entry::getKey)
                    .orElse(null);
            if (idlest == null) {
                return;
            }
            remove(idlest);
        }
    }

    private void remove(String tenant) {
        TenantShare share = shares.remove(tenant);
        if (share != null) {
            share.close();
        }
    }
}
