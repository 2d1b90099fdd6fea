package io.plexica.plugins.internal.hooks;

import io.plexica.spi.threads.Daemons;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does work in the background, lane by lane in order: one that is slow or full holds up nobody but itself, while there are
 * threads. They come when they are wanted and go when they are not. Safe for all threads.
 */
final class HookQueues implements AutoCloseable {

    /** How many may wait in a lane. */
    static final int WAITING = 100;

    private static final Logger LOG = LoggerFactory.getLogger(HookQueues.class);
    private static final int KEPT_SECONDS = 10;

    private final int most;
    private final ThreadPoolExecutor threads;

    /** The lanes in which something waits or is done; guarded by this. */
    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();

    /** Those of them that nobody works in, in the order in which they are next; guarded by this. */
    private final Queue<String> turns = new ArrayDeque<>();

    private int workers;

    HookQueues(String name, int most) {
        this.most = most;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Daemons.named(name));
    }

    /** Puts work at the end of a lane; false where too much waits in it already, or this is closed. */
    synchronized boolean add(String lane, Runnable work) {
        Queue<Runnable> queue = lanes.get(lane);
        if (threads.isShutdown() || (queue != null && queue.size() >= WAITING)) {
            return false;
        }
        if (queue == null) {
            queue = new ArrayDeque<>();
            lanes.put(lane, queue);
            turns.add(lane);
        }
        queue.add(work);
        if (workers < most && !turns.isEmpty()) {
            workers++;
            threads.execute(this::work);
        }
        return true;
    }

    /** Stops; what waits is dropped. */
    @Override
    public synchronized void close() {
        threads.shutdownNow();
        lanes.clear();
        turns.clear();
    }

    private void work() {
        for (String lane = next(); lane != null; lane = next()) {
            try {
                first(lane).run();
            } catch (RuntimeException | Error e) {
                LOG.warn("Work in the background has failed", e);
            } finally {
                done(lane);
            }
        }
    }

    private synchronized @Nullable String next() {
        String lane = turns.poll();
        if (lane == null) {
            workers--;
        }
        return lane;
    }

    private synchronized Runnable first(String lane) {
        Queue<Runnable> queue = lanes.get(lane);
        Runnable work = queue == null ? null : queue.poll();
        return work == null ? () -> {} : work;
    }

    private synchronized void done(String lane) {
        Queue<Runnable> queue = lanes.get(lane);
        if (queue == null) {
            return;
        }
        if (queue.isEmpty()) {
            lanes.remove(lane);
        } else {
            turns.add(lane);
        }
    }
}
