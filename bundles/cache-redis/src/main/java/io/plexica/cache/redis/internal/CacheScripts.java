package io.plexica.cache.redis.internal;

import io.plexica.spi.cache.KeyPattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * What Redis does at one go with a value and the claim to work it out: a claim is gone with the eviction, so what was worked out
 * before cannot come after. Each tells all nodes at the same go, so whoever puts a value afterwards has heard of this before it
 * hears of that.
 */
final class CacheScripts {

    private static final String EVICT =
            "redis.call('DEL', KEYS[1], KEYS[2]) return redis.call('PUBLISH', ARGV[1], ARGV[2])";

    private static final byte[] PUT =
            bytes("if ARGV[5] ~= '' and redis.call('GET', KEYS[2]) ~= ARGV[5] then return 0 end "
                    + "redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4]) redis.call('DEL', KEYS[2]) "
                    + "redis.call('PUBLISH', ARGV[1], ARGV[2]) return 1");

    private static final String RELEASE =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    private CacheScripts() {}

    /**
     * Where the claim of a key lies, or those of a pattern: among the tenant's keys, where no value lies, and on the node of a
     * cluster that has the value.
     */
    static String claim(String pattern) {
        return KeyPattern.tenant(pattern) + ":!claim:{" + pattern + "}";
    }

    /** Removes a value and the claim to it. */
    static void evict(UnifiedJedis redis, String key, String channel, String word) {
        redis.eval(EVICT, 2, key, claim(key), channel, word);
    }

    /** Puts a value; false where its claim does not hold any more. Without a claim it takes away whoever's there is. */
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
                bytes(claim(key)),
                bytes(channel),
                bytes(word),
                value,
                bytes(Long.toString(timeToLive.toMillis())),
                bytes(claim == null ? "" : claim));
        return Long.valueOf(1).equals(done);
    }

    /** Gives a claim back, if it holds still. */
    static void release(UnifiedJedis redis, String key, String claim) {
        redis.eval(RELEASE, 1, claim(key), claim);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
