package io.plexica.cache.redis.internal;

import io.plexica.spi.cache.CacheStore;
import io.plexica.spi.limits.RateLimiter;
import io.plexica.spi.threads.Daemons;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Redis in use: its cache, its limiter, and who looks after the way there. */
public final class Redis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);
    private static final long LOOK_MILLIS = InvalidationListener.SILENCE_MILLIS / 4;

    private final RedisLine line;
    private final RedisCache cache;
    private final RedisLimiter limiter;
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-redis-keeper"));

    /** Uses it, from as soon as it is reached. */
    public Redis(RedisSettings settings) {
        this.line = new RedisLine(() -> Clients.create(settings));
        this.cache = new RedisCache(settings, line);
        this.limiter = new RedisLimiter(line);
        line.mend();
        cache.ear().start();
        keeper.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What keeps values. */
    public CacheStore cache() {
        return cache;
    }

    /** What counts calls. */
    public RateLimiter limiter() {
        return limiter;
    }

    InvalidationListener ear() {
        return cache.ear();
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        cache.ear().close();
        line.close();
    }

    private void look() {
        try {
            line.mend();
            cache.payDebts();
            cache.ear().ping();
        } catch (RuntimeException e) {
            LOG.warn("Looking after Redis failed; it is tried again", e);
        }
    }
}
