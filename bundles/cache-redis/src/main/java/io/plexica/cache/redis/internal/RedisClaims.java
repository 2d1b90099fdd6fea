package io.plexica.cache.redis.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;

/** Who works a value out, so that one node does and nothing is kept that an eviction has overtaken. Safe for all threads. */
final class RedisClaims {

    private final RedisLine line;
    private final String node;
    private final AtomicLong numbers = new AtomicLong();

    RedisClaims(RedisLine line, String node) {
        this.line = line;
        this.node = node;
    }

    /** A claim, also where Redis does not answer: then nothing can be kept by it. Null where another one holds. */
    @Nullable
    String claim(String key, Duration atMost) {
        String claim = fresh();
        Boolean refused = line.ask(redis -> redis.set(
                        CacheScripts.claim(key),
                        claim,
                        SetParams.setParams().nx().px(atMost.toMillis()))
                == null);
        return refused != null && refused ? null : claim;
    }

    String takeOver(String key, Duration atMost) {
        String claim = fresh();
        line.tell(redis -> redis.psetex(CacheScripts.claim(key), atMost.toMillis(), claim));
        return claim;
    }

    void release(String key, String claim) {
        line.tell(redis -> CacheScripts.release(redis, key, claim));
    }

    private String fresh() {
        return node + ":" + numbers.incrementAndGet();
    }
}
