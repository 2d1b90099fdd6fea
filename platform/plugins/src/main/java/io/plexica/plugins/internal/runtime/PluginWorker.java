package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes which plugin versions there are. Work runs in the order in which it is handed in; no plugin's
 * code is among it, which could keep the thread.
 */
@Component(service = PluginWorker.class)
public final class PluginWorker {

    private static final Logger LOG = LoggerFactory.getLogger(PluginWorker.class);
    private static final String NAME = "plexica-plugins";

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Daemons.named(NAME));

    /** Starts idle. */
    @Activate
    public PluginWorker() {}

    /** Takes no more work; whoever waits for some that was not begun hears of it. */
    @Deactivate
    public void close() {
        executor.shutdownNow().forEach(work -> {
            if (work instanceof Future<?> waitedFor) {
                waitedFor.cancel(false);
            }
        });
    }

    /** Runs work in the caller's context and waits for it. What the work throws reaches the caller. */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        if (Thread.currentThread().getName().equals(NAME)) {
            return work.call();
        }
        ExecutionContext context = Contexts.find();
        try {
            return executor.submit(() -> inContext(context, work)).get();
        } catch (RejectedExecutionException | CancellationException e) {
            throw stopping(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** The same for work that has no result. */
    void run(Runnable work) {
        try {
            call(() -> {
                work.run();
                return Boolean.TRUE;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "Work on plugins failed", e);
        }
    }

    /** Runs work again and again, with a pause in between. What it throws goes to the log. */
    public Future<?> repeat(Duration pause, Runnable work) {
        return executor.scheduleWithFixedDelay(() -> safely(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T extends @Nullable Object> T inContext(@Nullable ExecutionContext context, Callable<T> work)
            throws Exception {
        if (context == null) {
            return work.call();
        }
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.call();
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Work on plugins failed", e);
        }
    }

    private static PlexicaException stopping(Exception cause) {
        return new PlexicaException(ErrorCode.UNAVAILABLE, "The platform is stopping", cause);
    }
}
