package io.plexica.cache.redis.internal;

import io.plexica.spi.cache.KeyPattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * What Redis does at one go with a value and the claims to work it out, which are a sorted set by the moment of each. An eviction
 * removes them with the value, so what was worked out before cannot come after. It tells all nodes at the same go, so whoever puts a
 * value afterwards has heard of this before it hears of that. What takes room comes first of all that writes: a Redis that is full
 * refuses only that.
 */
final class CacheScripts {

    /** What takes longer to work out is not kept; a claim without an end would outlive a node that was killed. */
    private static final Duration LONGEST_CLAIM = Duration.ofMinutes(1);

    private static final String CLAIM = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            if redis.call('ZCOUNT', KEYS[1], now - ARGV[2], '+inf') > 0 then return 0 end
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[3])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1
            """;

    private static final byte[] PUT = bytes("""
            if ARGV[5] ~= '' and not redis.call('ZSCORE', KEYS[2], ARGV[5]) then return 0 end
            redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
            if ARGV[5] == '' then redis.call('DEL', KEYS[2]) end
            redis.call('PUBLISH', ARGV[1], ARGV[2])
            return 1
            """);

    private static final String EVICT =
            "redis.call('DEL', KEYS[1], KEYS[2]) return redis.call('PUBLISH', ARGV[1], ARGV[2])";

    private CacheScripts() {}

    /**
     * Where the claims of a key lie, or those of a pattern: among the tenant's keys, where no value lies, and on the node of a
     * cluster that has the value.
     */
    static String claims(String pattern) {
        return KeyPattern.tenant(pattern) + ":!claim:{" + pattern + "}";
    }

    /** Claims a key, unless another claim is younger than this; whether it was granted. */
    static boolean claim(UnifiedJedis redis, String key, String claim, Duration patience) {
        Object granted = redis.eval(
                CLAIM,
                1,
                claims(key),
                claim,
                Long.toString(patience.toMillis()),
                Long.toString(LONGEST_CLAIM.toMillis()));
        return Long.valueOf(1).equals(granted);
    }

    /** Removes a value and the claims to it. */
    static void evict(UnifiedJedis redis, String key, String channel, String word) {
        redis.eval(EVICT, 2, key, claims(key), channel, word);
    }

    /** Puts a value; false where its claim does not hold any more. Without a claim it takes away all there are. */
    static boolean put(
            UnifiedJedis redis,
            String key,
            byte[] value,
            Duration timeToLive,
            @Nullable String claim,
            String channel,
            String word) {
        Object done = redis.eval(
                PUT,
                2,
                bytes(key),
                bytes(claims(key)),
                bytes(channel),
                bytes(word),
                value,
                bytes(Long.toString(timeToLive.toMillis())),
                bytes(claim == null ? "" : claim));
        return Long.valueOf(1).equals(done);
    }

    static void release(UnifiedJedis redis, String key, String claim) {
        redis.zrem(claims(key), claim);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
