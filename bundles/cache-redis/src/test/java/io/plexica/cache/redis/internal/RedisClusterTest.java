package io.plexica.cache.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.itests.rooms.CacheStoreContract;
import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.limits.Bucket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisClusterTest extends CacheStoreContract {

    private static TestRedis servers;

    private Redis redis;

    @BeforeAll
    static void startServers() {
        servers = TestRedis.cluster();
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @BeforeEach
    void open() {
        servers.empty();
        redis = new Redis(servers.settings());
        await().until(() -> redis.cache().trouble() == null && redis.ear().hears());
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    protected CacheStore store() {
        return redis.cache();
    }

    @Override
    protected void pass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    @Test
    void buckets_spread_over_the_servers_and_count_all_the_same() {
        for (int i = 0; i < 50; i++) {
            Bucket bucket = new Bucket("acme", "user " + i, "crm GET /contacts/{id}");
            assertThat(redis.limiter().take(bucket).orElseThrow().taken()).isEqualTo(1);
            assertThat(redis.limiter().take(bucket).orElseThrow().taken()).isEqualTo(2);
        }
    }
}
