package io.plexica.cache.memory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.rooms.CacheStoreContract;
import io.plexica.spi.cache.CacheStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryCacheTest extends CacheStoreContract {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicLong clock = new AtomicLong();
    private final MemoryCache cache = new MemoryCache(100_000, 40_000, clock::get);

    @Override
    protected CacheStore store() {
        return cache;
    }

    @Override
    protected void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void one_tenant_that_caches_a_lot_drives_out_only_its_own() {
        put("globex:crm:quiet", 100);
        for (int i = 0; i < 1_000; i++) {
            put("acme:crm:" + i, 1_000);
        }
        assertThat(cache.get("globex:crm:quiet")).isNotNull();
        assertThat(bytes()).isLessThan(42_000);
    }

    @Test
    void of_too_many_tenants_those_go_that_were_not_used_lately() {
        for (int i = 0; i < 50; i++) {
            pass(Duration.ofSeconds(1));
            put("tenant-" + i + ":crm:big", 9_000);
            cache.get("tenant-0:crm:big");
        }
        assertThat(bytes()).isLessThanOrEqualTo(100_000);
        assertThat(cache.get("tenant-49:crm:big")).isNotNull();
        assertThat(cache.get("tenant-0:crm:big")).isNotNull();
        assertThat(cache.get("tenant-1:crm:big")).isNull();
    }

    @Test
    void a_tenant_that_is_gone_leaves_nothing() {
        put("acme:crm:one", 10);
        cache.evictAll("acme:*");
        assertThat(cache.facts()).containsEntry("tenants", "0").containsEntry("bytes", "0");
    }

    private void put(String key, int size) {
        cache.put(key, new byte[size], LONG, cache.mark(key));
    }

    private long bytes() {
        return Long.parseLong(cache.facts().get("bytes"));
    }
}
