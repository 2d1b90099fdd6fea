package io.plexica.cache.redis.internal;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Hears what other nodes put and evicted, on a thread and a connection of its own. While it hears nothing at all, not even
 * answers to its pings, nobody may believe a copy.
 */
final class InvalidationListener implements AutoCloseable {

    /** Pings come four times as often. */
    static final int SILENCE_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(InvalidationListener.class);
    private static final long PAUSE_MILLIS = 250;

    private final Supplier<UnifiedJedis> connector;
    private final String channel;
    private final Runnable hearsAgain;
    private final Consumer<String> heard;
    private final Thread thread;

    private volatile boolean hearing;
    private volatile boolean closed;
    private volatile @Nullable JedisPubSub subscription;
    private volatile @Nullable UnifiedJedis client;

    /**
     * Listens, once started.
     *
     * @param hearsAgain is told whenever messages may have been missed before and come from now on
     * @param heard is told every message
     */
    InvalidationListener(
            Supplier<UnifiedJedis> connector, String channel, Runnable hearsAgain, Consumer<String> heard) {
        this.connector = connector;
        this.channel = channel;
        this.hearsAgain = hearsAgain;
        this.heard = heard;
        this.thread = new Thread(this::listen, "plexica-redis-ear");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean hears() {
        return hearing;
    }

    /** Makes Redis say something. */
    void ping() {
        JedisPubSub now = subscription;
        if (now != null && hearing) {
            try {
                now.ping();
            } catch (JedisException e) {
                LOG.debug("The connection by which invalidations come is broken", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        hearing = false;
        thread.interrupt();
        UnifiedJedis now = client;
        if (now != null) {
            now.close();
        }
    }

    private void listen() {
        while (!closed) {
            try (UnifiedJedis redis = connector.get()) {
                client = redis;
                redis.subscribe(new Subscription(), channel);
            } catch (JedisException | IllegalStateException e) {
                LOG.debug("Invalidations are not heard", e);
            } finally {
                hearing = false;
                subscription = null;
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            LOG.debug("Asked to end", e);
        }
    }

    private final class Subscription extends JedisPubSub {

        @Override
        public void onSubscribe(String name, int count) {
            subscription = this;
            hearsAgain.run();
            hearing = true;
        }

        @Override
        public void onMessage(String name, String message) {
            heard.accept(message);
        }
    }
}
