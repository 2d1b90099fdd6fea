package io.plexica.cache.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.itests.rooms.CacheStoreContract;
import io.plexica.spi.cache.CacheStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class RedisCacheTest extends CacheStoreContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int RACES = 2_000;
    private static TestRedis server;

    private Redis one;
    private Redis two;

    @BeforeAll
    static void startServer() {
        server = TestRedis.single();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        server.empty();
        one = new Redis(server.settings());
        two = new Redis(server.settings());
        await().until(() -> isWell(one) && isWell(two));
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Override
    protected CacheStore store() {
        return one.cache();
    }

    @Override
    protected void pass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    @Test
    void what_one_node_changes_the_copies_of_the_other_follow() {
        put(one, "acme:crm:n", "1");
        assertThat(text(two, "acme:crm:n")).isEqualTo("1");
        put(one, "acme:crm:n", "2");
        await().until(() -> "2".equals(text(two, "acme:crm:n")));
        one.cache().evict("acme:crm:n");
        await().until(() -> text(two, "acme:crm:n") == null);
        put(two, "acme:crm:list:1", "1");
        assertThat(text(one, "acme:crm:list:1")).isEqualTo("1");
        two.cache().evictAll("acme:*");
        await().until(() -> text(one, "acme:crm:list:1") == null);
    }

    @Test
    void what_one_node_evicts_while_the_other_puts_what_it_had_read_before_is_gone() throws Exception {
        ExecutorService evicting = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < RACES; i++) {
                String key = "acme:crm:" + i;
                CacheStore putting = two.cache();
                long mark = putting.mark(key);
                Future<?> evicted = evicting.submit(() -> one.cache().evict(key));
                putting.put(key, new byte[] {1}, LONG, mark);
                evicted.get();
            }
        } finally {
            evicting.shutdownNow();
        }
        await().untilAsserted(() -> assertThat(IntStream.range(0, RACES)
                        .mapToObj(i -> "acme:crm:" + i)
                        .filter(key -> text(one, key) != null || text(two, key) != null))
                .isEmpty());
    }

    @Test
    void a_node_that_hears_the_others_goes_on_hearing_them_though_nobody_says_anything() {
        await().during(Duration.ofMillis(2L * InvalidationListener.SILENCE_MILLIS))
                .until(() -> one.ear().hears());
    }

    @Test
    void copies_are_read_without_asking_redis() {
        put(one, "acme:crm:n", "1");
        try (Jedis stranger = server.stranger()) {
            stranger.del("acme:crm:n");
        }
        assertThat(text(one, "acme:crm:n")).isEqualTo("1");
        assertThat(text(two, "acme:crm:n")).isNull();
    }

    @Test
    void what_strangers_write_is_not_there() {
        try (Jedis stranger = server.stranger()) {
            for (String poison : new String[] {"", "x", "0123456789", "{\"value\":1}"}) {
                stranger.set("acme:crm:n", poison);
                assertThat(text(one, "acme:crm:n")).isNull();
            }
            stranger.del("acme:crm:n");
            stranger.lpush("acme:crm:n", "a list");
            assertThat(text(one, "acme:crm:n")).isNull();
            put(one, "acme:crm:other", "1");
            assertThat(text(two, "acme:crm:other")).isEqualTo("1");
            assertThat(one.cache().trouble()).contains("WRONGTYPE");
        }
    }

    @Test
    void a_redis_that_is_full_keeps_nothing_and_finds_what_it_has() {
        put(one, "acme:crm:n", "1");
        try (Jedis stranger = server.stranger()) {
            stranger.configSet("maxmemory", "1");
            put(one, "acme:crm:late", "1");
            assertThat(text(one, "acme:crm:late")).isNull();
            assertThat(text(two, "acme:crm:n")).isEqualTo("1");
            assertThat(one.cache().trouble()).contains("OOM");
            stranger.configSet("maxmemory", "0");
        }
        put(one, "acme:crm:late", "1");
        assertThat(text(two, "acme:crm:late")).isEqualTo("1");
    }

    @Test
    void of_two_nodes_one_gets_the_claim_until_it_is_released_or_has_been_waited_for() {
        String claim = claim(one, "acme:crm:n");
        assertThat(two.cache().claim("acme:crm:n", LONG)).isNull();
        two.cache().release("acme:crm:n", "another");
        assertThat(two.cache().claim("acme:crm:n", LONG)).isNull();
        one.cache().release("acme:crm:n", claim);
        claim(two, "acme:crm:n");
        await().until(() -> one.cache().claim("acme:crm:n", Duration.ofMillis(50)) != null);
    }

    @Test
    void who_is_waited_for_no_more_may_keep_what_he_worked_out_all_the_same() {
        String slow = claim(one, "acme:crm:n");
        await().until(() -> two.cache().claim("acme:crm:n", Duration.ofMillis(50)) != null);
        assertThat(one.cache()
                        .put("acme:crm:n", new byte[] {'1'}, LONG, one.cache().mark("acme:crm:n"), slow))
                .isTrue();
        assertThat(text(two, "acme:crm:n")).isEqualTo("1");
    }

    @Test
    void who_evicts_never_finds_what_another_node_had_worked_out_before() throws Exception {
        ExecutorService evicting = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < RACES; i++) {
                String key = "acme:crm:" + i;
                CacheStore putting = two.cache();
                String claim = claim(two, key);
                long mark = putting.mark(key);
                Future<@Nullable String> found = evicting.submit(() -> {
                    one.cache().evict(key);
                    return text(one, key);
                });
                putting.put(key, new byte[] {1}, LONG, mark, claim);
                assertThat(found.get()).isNull();
                assertThat(text(one, key)).isNull();
            }
        } finally {
            evicting.shutdownNow();
        }
    }

    @Test
    void a_claim_is_gone_with_whatever_makes_its_value_an_old_one() {
        keptNoMore("acme:crm:n", () -> one.cache().evict("acme:crm:n"));
        keptNoMore("acme:crm:list:1", () -> one.cache().evictAll("acme:crm:list:*"));
        keptNoMore("acme:crm:n", () -> one.cache().evictAll("acme:*"));

        String claim = claim(two, "acme:crm:other");
        put(one, "acme:crm:other", "new");
        two.cache().put("acme:crm:other", new byte[1], LONG, two.cache().mark("acme:crm:other"), claim);
        assertThat(text(one, "acme:crm:other")).isEqualTo("new");
        assertThat(text(two, "acme:crm:other")).isEqualTo("new");
    }

    private void keptNoMore(String key, Runnable meanwhile) {
        String claim = claim(two, key);
        meanwhile.run();
        assertThat(two.cache().put(key, new byte[1], LONG, two.cache().mark(key), claim))
                .isFalse();
        assertThat(text(one, key)).isNull();
        assertThat(text(two, key)).isNull();
    }

    private static String claim(Redis redis, String key) {
        return Objects.requireNonNull(redis.cache().claim(key, LONG), key);
    }

    @Test
    void while_redis_is_away_nothing_is_found_and_what_was_evicted_then_is_never_found_again() {
        put(one, "acme:crm:kept", "1");
        put(one, "acme:crm:gone", "1");
        put(one, "acme:crm:list:1", "1");
        long pid = server.freeze();
        try {
            assertThat(text(one, "acme:crm:other")).isNull();
            long begin = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                assertThat(text(one, "acme:crm:kept")).isNull();
                put(one, "acme:crm:late", "1");
                String unknown = claim(one, "acme:crm:late");
                assertThat(one.cache()
                                .put(
                                        "acme:crm:late",
                                        new byte[1],
                                        LONG,
                                        one.cache().mark("acme:crm:late"),
                                        unknown))
                        .isTrue();
                one.cache().release("acme:crm:late", unknown);
            }
            one.cache().evict("acme:crm:gone");
            one.cache().evictAll("acme:crm:list:*");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(one.cache().trouble()).isNotNull();
        } finally {
            server.thaw(pid);
        }
        await().until(() -> isWell(one));
        assertThat(text(one, "acme:crm:gone")).isNull();
        assertThat(text(one, "acme:crm:list:1")).isNull();
        assertThat(text(one, "acme:crm:kept")).isEqualTo("1");
        await().until(() -> isWell(two) && text(two, "acme:crm:gone") == null);
        put(one, "acme:crm:gone", "2");
        await().until(() -> "2".equals(text(one, "acme:crm:gone")));
    }

    @Test
    void a_redis_that_stops_and_comes_back_is_used_again() {
        put(one, "acme:crm:n", "1");
        server.stop();
        try {
            assertThat(text(one, "acme:crm:other")).isNull();
            await().until(() -> !one.ear().hears());
            assertThat(text(one, "acme:crm:n")).isNull();
        } finally {
            server.start();
        }
        await().until(() -> isWell(one) && isWell(two));
        put(one, "acme:crm:n", "2");
        await().until(() -> "2".equals(text(two, "acme:crm:n")));
    }

    private static boolean isWell(Redis redis) {
        return redis.cache().trouble() == null && redis.ear().hears();
    }

    private static void put(Redis redis, String key, String value) {
        CacheStore cache = redis.cache();
        cache.put(key, value.getBytes(StandardCharsets.UTF_8), LONG, cache.mark(key));
    }

    private static @Nullable String text(Redis redis, String key) {
        byte[] value = redis.cache().get(key);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
