package io.plexica.plugins.internal.configuration;

import io.plexica.spi.threads.Daemons;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work for plugins: of each one piece after the other, of several beside each other, so that one that hangs keeps only itself
 * waiting. Threads live no longer than there is something to do. Safe for all threads.
 */
final class PluginQueues {

    private static final Logger LOG = LoggerFactory.getLogger(PluginQueues.class);

    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Daemons.named("plexica-plugin-news"));

    /** Adds work for a plugin. */
    void add(String pluginId, Runnable work) {
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(pluginId);
            if (queue != null) {
                queue.add(work);
                return;
            }
            waiting.put(pluginId, new ArrayDeque<>());
        }
        try {
            threads.execute(() -> work(pluginId, work));
        } catch (RejectedExecutionException e) {
            LOG.debug("Plugins are told nothing any more", e);
        }
    }

    /** Ends; what waits is dropped. */
    void close() {
        threads.shutdownNow();
    }

    private void work(String pluginId, Runnable first) {
        for (Runnable next = first; next != null && !threads.isShutdown(); next = next(pluginId)) {
            try {
                next.run();
            } catch (RuntimeException e) {
                LOG.warn("{} could not be told that its settings have changed", pluginId, e);
            }
        }
    }

    private @Nullable Runnable next(String pluginId) {
        synchronized (waiting) {
            Queue<Runnable> queue = waiting.get(pluginId);
            Runnable next = queue == null ? null : queue.poll();
            if (next == null) {
                waiting.remove(pluginId);
            }
            return next;
        }
    }
}
