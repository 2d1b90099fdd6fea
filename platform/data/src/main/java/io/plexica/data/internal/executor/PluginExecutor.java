package io.plexica.data.internal.executor;

import io.plexica.api.context.ContextExecutor;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tracing.Tracing;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the work that one plugin version hands over. The threads are the version's own and end with it, so that nothing that
 * its code leaves on them outlives it; how many of all plugins run at once is bounded together. Safe for all threads.
 */
public final class PluginExecutor implements ContextExecutor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginExecutor.class);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PluginRef plugin;
    private final Database database;
    private final Semaphore running;
    private final ThreadPoolExecutor threads;

    PluginExecutor(
            PluginRef plugin, ClassLoader loader, Database database, ExecutorSettings settings, Semaphore running) {
        this.plugin = plugin;
        this.database = database;
        this.running = running;
        this.threads = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                KEPT.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(settings.waiting()),
                task -> thread(task, loader));
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable work) {
        submit(() -> {
                    work.run();
                    return Boolean.TRUE;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null && !threads.isShutdown()) {
                        LOG.warn("Work that {} handed over failed", plugin, failure);
                    }
                });
    }

    @Override
    public <T> CompletableFuture<T> submit(Callable<T> work) {
        HandedOver<T> task = new HandedOver<>(
                Contexts.require().inPlugin(plugin), Tracing.carry(work), database, running, new CompletableFuture<>());
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw refusal(e);
        }
        return task.result();
    }

    /** Cancels what waits, interrupts what runs, and waits a little for its end. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            ((HandedOver<?>) waiting).cancel(stopping(null));
        }
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Work that {} handed over does not heed that the plugin stops", plugin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PlexicaException refusal(RejectedExecutionException cause) {
        return threads.isShutdown()
                ? stopping(cause)
                : new PlexicaException(
                                ErrorCode.PLUGIN_OVERLOADED,
                                plugin.id() + " has handed over more work than it may; try again shortly",
                                cause)
                        .with("plugin", plugin.id());
    }

    private PlexicaException stopping(@Nullable Throwable cause) {
        return new PlexicaException(ErrorCode.PLUGIN_UNAVAILABLE, plugin + " is being stopped", cause)
                .with("plugin", plugin.id());
    }

    private Thread thread(Runnable task, ClassLoader loader) {
        Thread thread = new Thread(null, task, "plexica-work-" + plugin, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** A piece of work on its way. */
    private record HandedOver<T>(
            ExecutionContext context,
            Callable<T> work,
            Database database,
            Semaphore running,
            CompletableFuture<T> result)
            implements Runnable {

        @Override
        public void run() {
            try {
                running.acquire();
            } catch (InterruptedException e) {
                cancel(new PlexicaException(ErrorCode.PLUGIN_UNAVAILABLE, "The plugin is being stopped", e));
                Thread.currentThread().interrupt();
                return;
            }
            try {
                if (!result.isDone()) {
                    result.complete(inContext());
                }
            } catch (Throwable e) {
                // Errors of a plugin's class loading, too, belong to whoever waits for the result.
                result.completeExceptionally(e);
            } finally {
                running.release();
            }
        }

        private T inContext() throws Exception {
            try (Contexts.Scope scope = Contexts.open(context)) {
                return database.newUnitOfWork(work);
            }
        }

        void cancel(PlexicaException reason) {
            result.completeExceptionally(reason);
        }
    }
}
