package io.plexica.cache.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.spi.limits.Bucket;
import io.plexica.spi.limits.RateLimiter;
import io.plexica.spi.limits.RateLimiter.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class RedisLimiterTest {

    private static final Bucket ANN = new Bucket("acme", "ann", "crm GET /contacts/{id}");

    private TestRedis server;
    private Redis one;
    private Redis two;

    @BeforeEach
    void open() {
        server = TestRedis.single("requirepass open-sesame");
        RedisSettings open = server.settings();
        RedisSettings locked =
                new RedisSettings(open.nodes(), null, 0, null, "open-sesame", open.timeoutMillis(), open.nearBytes());
        one = new Redis(locked);
        two = new Redis(locked);
        await().until(() -> one.cache().trouble() == null && two.cache().trouble() == null);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        server.close();
    }

    @Test
    void nodes_count_together_and_exactly() throws Exception {
        int threads = 8;
        int each = 200;
        Set<Long> seen = new ConcurrentSkipListSet<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            RateLimiter limiter = (i % 2 == 0 ? one : two).limiter();
            ends.add(pool.submit(() -> {
                for (int call = 0; call < each; call++) {
                    seen.add(limiter.take(ANN).orElseThrow().taken());
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        pool.shutdown();
        assertThat(seen).hasSize(threads * each).contains((long) threads * each);
    }

    @Test
    void a_window_begins_with_the_first_call_and_ends_by_itself() {
        Count first = one.limiter().take(ANN).orElseThrow();
        assertThat(first.taken()).isEqualTo(1);
        assertThat(first.resetMillis()).isBetween(55_000L, 60_000L);
        try (Jedis stranger = server.stranger()) {
            stranger.auth("open-sesame");
            assertThat(stranger.keys("acme:!limit:*")).containsExactly(RedisLimiter.key(ANN));
            stranger.pexpire(RedisLimiter.key(ANN), 20);
        }
        await().untilAsserted(() ->
                assertThat(two.limiter().take(ANN).orElseThrow().taken()).isEqualTo(1));
    }

    @Test
    void a_count_that_somebody_else_left_without_an_end_gets_one() {
        try (Jedis stranger = server.stranger()) {
            stranger.auth("open-sesame");
            stranger.set(RedisLimiter.key(ANN), "100000");
            assertThat(one.limiter().take(ANN).orElseThrow().resetMillis()).isEqualTo(60_000);
            assertThat(stranger.pttl(RedisLimiter.key(ANN))).isBetween(1L, 60_000L);
        }
    }

    @Test
    void tenants_and_routes_never_share_a_key() {
        assertThat(List.of(
                        RedisLimiter.key(ANN),
                        RedisLimiter.key(new Bucket("globex", "ann", ANN.route())),
                        RedisLimiter.key(new Bucket(null, "ann", ANN.route())),
                        RedisLimiter.key(new Bucket("acme", "bob", ANN.route())),
                        RedisLimiter.key(new Bucket("acme", "ann", "crm POST /contacts"))))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[^{}]*"));
    }

    @Test
    void while_redis_is_away_nobody_waits_for_a_count() {
        server.stop();
        try {
            assertThat(one.limiter().take(ANN)).isEmpty();
            long begin = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                assertThat(one.limiter().take(ANN)).isEmpty();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        } finally {
            server.start();
        }
        await().until(() -> one.limiter().take(ANN).isPresent());
    }
}
