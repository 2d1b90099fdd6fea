package io.plexica.cache.redis.internal;

import io.plexica.spi.tls.TrustedCertificates;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The way to Redis. The first question that gets no answer takes it down: nobody else waits for one until {@link #mend} has
 * found Redis answering again. Safe for all threads.
 */
final class RedisLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLine.class);

    private static final String UNTRIED = "It has not been reached yet";
    private static final long LATELY_NANOS = 60_000_000_000L;

    private final Supplier<UnifiedJedis> connector;
    private volatile @Nullable UnifiedJedis client;
    private volatile @Nullable String trouble = UNTRIED;
    private volatile @Nullable Refusal refusal;
    private volatile boolean closed;

    private record Refusal(String text, long at) {}

    RedisLine(Supplier<UnifiedJedis> connector) {
        this.connector = connector;
    }

    boolean isUp() {
        return trouble == null;
    }

    /** What is wrong, or was within the last minute; null where nothing is. */
    @Nullable
    String trouble() {
        String now = trouble;
        Refusal last = refusal;
        if (now != null || last == null) {
            return now;
        }
        return System.nanoTime() - last.at() < LATELY_NANOS ? last.text() : null;
    }

    /** Asks something; null when there is no answer, or a refusal, such as that of a Redis that is full. */
    <T> @Nullable T ask(Function<UnifiedJedis, @Nullable T> question) {
        UnifiedJedis now = client;
        if (now == null || trouble != null) {
            return null;
        }
        try {
            return question.apply(now);
        } catch (JedisDataException e) {
            refusal = new Refusal("Redis refuses: " + e.getMessage(), System.nanoTime());
            LOG.debug("Redis refuses something", e);
            return null;
        } catch (JedisException | IllegalStateException e) {
            fail(now, e);
            return null;
        }
    }

    /** Tells something; whether that was heard. */
    boolean tell(Consumer<UnifiedJedis> order) {
        Boolean heard = ask(redis -> {
            order.accept(redis);
            return true;
        });
        return heard != null;
    }

    /** Looks whether Redis answers still, or again; then on connections that are new, since the old ones may be dead. */
    void mend() {
        UnifiedJedis now = client;
        if (now == null || !isUp()) {
            connect();
            return;
        }
        try {
            now.ping();
        } catch (JedisException | IllegalStateException e) {
            fail(now, e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        trouble = "It is not used any more";
        UnifiedJedis now = client;
        client = null;
        close(now);
    }

    private synchronized void connect() {
        if (closed) {
            return;
        }
        UnifiedJedis fresh = null;
        try {
            fresh = connector.get();
            fresh.ping();
        } catch (JedisException | IllegalStateException e) {
            LOG.debug("Redis does not answer yet", e);
            close(fresh);
            unreached(e);
            return;
        }
        UnifiedJedis old = client;
        client = fresh;
        trouble = null;
        close(old);
        LOG.info("Redis answers");
    }

    private void unreached(RuntimeException failure) {
        String why = TrustedCertificates.doubt(failure)
                .map(doubt -> "Redis is not trusted, see PLEXICA_CACHE_TRUSTSTORE: " + doubt)
                .orElse("Redis cannot be reached: " + failure.getMessage());
        if (UNTRIED.equals(trouble)) {
            LOG.warn("{}; it is tried again and again", why);
        }
        trouble = why;
    }

    private static void close(@Nullable UnifiedJedis some) {
        if (some != null) {
            some.close();
        }
    }

    private synchronized void fail(UnifiedJedis asked, RuntimeException failure) {
        if (trouble == null && asked == client) {
            trouble = "Redis does not answer: " + failure.getMessage();
            LOG.warn(
                    "Redis is left alone until it answers again; values are worked out, and calls counted, on this node"
                            + " alone: {}",
                    failure.toString());
        }
    }
}
