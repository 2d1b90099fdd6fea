package io.plexica.itests.bench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.cache.memory.internal.MemoryCache;
import io.plexica.cache.redis.internal.Redis;
import io.plexica.cache.redis.internal.RedisSettings;
import io.plexica.itests.machine.FreePorts;
import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.limits.Bucket;
import io.plexica.spi.limits.RateLimiter;
import io.plexica.web.internal.limits.LocalLimiter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** What a hit in a cache and a counted call cost, beside the bare engines. */
public final class CachingBench {

    private static final int KEYS = 1_000;
    private static final int ROUNDS = 15;
    private static final int NEAR_CALLS = 500_000;
    private static final int FAR_CALLS = 4_000;
    private static final Duration LONG = Duration.ofHours(1);
    private static final String SCRIPT = "local taken = redis.call('INCR', KEYS[1]) "
            + "if taken == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end "
            + "return {taken, redis.call('PTTL', KEYS[1])}";

    private static long kept;

    private CachingBench() {}

    /** Measures and prints a table. */
    public static void main(String[] arguments) throws Exception {
        int port = FreePorts.free();
        RedisServer server = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        HostAndPort address = new HostAndPort("127.0.0.1", port);
        try (Redis copying = new Redis(settings(address, 64_000_000));
                Redis plain = new Redis(settings(address, 0));
                RedisClient bare = RedisClient.create(address)) {
            measure(copying, plain, bare);
        } finally {
            server.stop();
        }
    }

    private static void measure(Redis copying, Redis plain, RedisClient bare) {
        String[] keys = new String[KEYS];
        Bucket[] buckets = new Bucket[KEYS];
        Cache<String, byte[]> caffeine =
                Caffeine.newBuilder().maximumSize(KEYS * 2L).build();
        MemoryCache memory = new MemoryCache(64_000_000, 64_000_000, Ticker.systemTicker());
        // Copies are kept from when the node hears the others.
        while (!"true".equals(copying.cache().facts().get("hearsNodes"))) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < KEYS; i++) {
            keys[i] = "acme:crm:contact:" + i;
            buckets[i] = new Bucket("acme", "0d9e6f4c-8a5b-4a3e-9d0f-3d1f4c2b1a" + i, "crm GET /contacts/{id}");
            byte[] value = ("{\"name\":\"Contact " + i + "\"}").getBytes(StandardCharsets.UTF_8);
            caffeine.put(keys[i], value);
            for (CacheStore store : List.of(memory, copying.cache())) {
                store.put(keys[i], value, LONG, store.mark(keys[i]));
            }
        }
        String digest = bare.scriptLoad(SCRIPT, "x");
        RateLimiter local = new LocalLimiter(Ticker.systemTicker());
        List<String[]> rows = new ArrayList<>();
        rows.add(row(
                "hit on the node ÷ Caffeine",
                NEAR_CALLS,
                i -> keep(memory.get(keys[i])),
                i -> keep(caffeine.getIfPresent(keys[i]))));
        rows.add(row(
                "hit in Redis with a copy ÷ Caffeine",
                NEAR_CALLS,
                i -> keep(copying.cache().get(keys[i])),
                i -> keep(caffeine.getIfPresent(keys[i]))));
        rows.add(row(
                "hit in Redis ÷ bare Jedis",
                FAR_CALLS,
                i -> keep(plain.cache().get(keys[i])),
                i -> keep(bare.get(keys[i].getBytes(StandardCharsets.UTF_8)))));
        rows.add(row(
                "call counted in Redis ÷ EVALSHA",
                FAR_CALLS,
                i -> kept += plain.limiter().take(buckets[i]).orElseThrow().taken(),
                i -> kept += ((List<?>) bare.evalsha(digest, 1, keys[i] + "/limit", "60000")).size()));
        rows.add(row(
                "call counted on the node ÷ EVALSHA",
                FAR_CALLS,
                i -> kept += local.take(buckets[i]).orElseThrow().taken(),
                i -> kept += ((List<?>) bare.evalsha(digest, 1, keys[i] + "/limit", "60000")).size()));
        Table.print(List.of("what", "ours, ns", "the other, ns", "ratio"), rows);
        System.out.println("(" + kept + ")");
    }

    private static String[] row(String name, int calls, IntConsumer ours, IntConsumer other) {
        List<Double> ourTimes = new ArrayList<>();
        List<Double> otherTimes = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        nanos(calls, ours);
        nanos(calls, other);
        for (int round = 0; round < ROUNDS; round++) {
            boolean oursFirst = round % 2 == 0;
            double first = nanos(calls, oursFirst ? ours : other);
            double second = nanos(calls, oursFirst ? other : ours);
            ourTimes.add(oursFirst ? first : second);
            otherTimes.add(oursFirst ? second : first);
            ratios.add(ourTimes.get(round) / otherTimes.get(round));
        }
        return new String[] {
            name,
            Figures.of(ourTimes).text("ns"),
            Figures.of(otherTimes).text("ns"),
            Figures.of(ratios).ratio()
        };
    }

    private static double nanos(int calls, IntConsumer work) {
        long begin = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            work.accept(i % KEYS);
        }
        return (System.nanoTime() - begin) / (double) calls;
    }

    /** A cache may have forgotten. */
    private static void keep(byte @Nullable [] value) {
        kept += value == null ? 0 : value.length;
    }

    private static RedisSettings settings(HostAndPort address, long nearBytes) {
        return new RedisSettings(Set.of(address), null, 0, null, null, 1_000, nearBytes);
    }
}
