package io.plexica.cache.redis.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Who works a value out, so that one node does and nothing is kept that an eviction has overtaken. Safe for all threads. */
final class RedisClaims {

    /** Of one that Redis has not answered: it may be granted later, after the value was worked out, and keeps nothing. */
    static final String UNKNOWN = "unknown";

    private final RedisLine line;
    private final String node;
    private final AtomicLong numbers = new AtomicLong();

    RedisClaims(RedisLine line, String node) {
        this.line = line;
        this.node = node;
    }

    @Nullable
    String claim(String key, Duration patience) {
        String claim = node + ":" + numbers.incrementAndGet();
        Boolean granted = line.ask(redis -> CacheScripts.claim(redis, key, claim, patience));
        if (granted == null) {
            return UNKNOWN;
        }
        return granted ? claim : null;
    }

    void release(String key, String claim) {
        if (!claim.equals(UNKNOWN)) {
            line.tell(redis -> CacheScripts.release(redis, key, claim));
        }
    }
}
