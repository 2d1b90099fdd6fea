package io.plexica.cache.redis.internal;

import io.plexica.spi.limits.Bucket;
import io.plexica.spi.limits.RateLimiter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Counts calls in Redis, for all nodes together, by one script. Safe for all threads. */
final class RedisLimiter implements RateLimiter {

    private static final String SCRIPT = "local taken = redis.call('INCR', KEYS[1]) "
            + "local left = redis.call('PTTL', KEYS[1]) "
            + "if left < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) left = tonumber(ARGV[1]) end "
            + "return {taken, left}";
    private static final String DIGEST = Scripts.digest(SCRIPT);
    private static final String WINDOW_MILLIS = Long.toString(WINDOW.toMillis());

    /** No tenant is called so. */
    private static final String NO_TENANT = "global";

    private final RedisLine line;

    RedisLimiter(RedisLine line) {
        this.line = line;
    }

    @Override
    public Optional<Count> take(Bucket bucket) {
        String key = key(bucket);
        Object answer = line.ask(redis -> run(redis, key));
        if (answer instanceof List<?> parts
                && parts.size() == 2
                && parts.get(0) instanceof Long taken
                && parts.get(1) instanceof Long left) {
            return Optional.of(new Count(taken, Math.max(0, Math.min(left, WINDOW.toMillis()))));
        }
        return Optional.empty();
    }

    private static Object run(UnifiedJedis redis, String key) {
        try {
            return redis.evalsha(DIGEST, 1, key, WINDOW_MILLIS);
        } catch (JedisNoScriptException e) {
            return redis.eval(SCRIPT, 1, key, WINDOW_MILLIS);
        }
    }

    /** Routes have characters that mean something in keys of a cluster. No plugin is called as the part before. */
    static String key(Bucket bucket) {
        String tenant = bucket.tenant() == null ? NO_TENANT : bucket.tenant();
        String route = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bucket.route().getBytes(StandardCharsets.UTF_8));
        return tenant + ":!limit:" + bucket.caller() + "/" + route;
    }
}
