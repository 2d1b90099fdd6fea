package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tracing.Tracing;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plugin's code on a thread of its own, in the plugin's class loader and the caller's context, and no longer than
 * it may. Code that does not heed the interruption keeps its thread, and nothing else of the platform's.
 */
public final class BoundedExecution {

    /** Threads whose time was over when they had not ended; those that have ended since go when somebody counts. */
    private static final Set<Thread> HUNG = ConcurrentHashMap.newKeySet();

    private BoundedExecution() {}

    /** How many threads run on in a plugin's class loader although their time is over. */
    public static int hung(ClassLoader loader) {
        HUNG.removeIf(thread -> !thread.isAlive());
        return (int) HUNG.stream()
                .filter(thread -> thread.getContextClassLoader() == loader)
                .count();
    }

    /**
     * Runs work.
     *
     * @param name what the thread is called
     * @param loader the context class loader for it
     * @throws PlexicaException {@code plugin-timeout} when time is up; its cause has the trace of where the work was
     * @throws Exception what the work throws
     */
    public static <T extends @Nullable Object> T run(String name, ClassLoader loader, Duration limit, Callable<T> work)
            throws Exception {
        return await(name, start(name, loader, work), limit, System.nanoTime());
    }

    /** Begins work, for which is waited later. */
    public static <T extends @Nullable Object> Begun<T> start(String name, ClassLoader loader, Callable<T> work) {
        ExecutionContext context = Contexts.find();
        Callable<T> carried = Tracing.carry(work);
        FutureTask<T> task = new FutureTask<>(() -> inContext(context, carried));
        Thread thread = new Thread(null, task, "plexica-" + name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        return new Begun<>(task, thread);
    }

    /**
     * Waits for work that was begun, as {@link #run} does.
     *
     * @param begun the {@link System#nanoTime} from which the limit counts
     */
    public static <T extends @Nullable Object> T await(String name, Begun<T> work, Duration limit, long begun)
            throws Exception {
        FutureTask<T> task = work.task();
        try {
            return task.get(Math.max(0, limit.toNanos() - (System.nanoTime() - begun)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            e.setStackTrace(work.thread().getStackTrace());
            task.cancel(true);
            HUNG.removeIf(other -> !other.isAlive());
            HUNG.add(work.thread());
            throw new PlexicaException(
                    ErrorCode.PLUGIN_TIMEOUT, name + " did not end within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The platform is stopping", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
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

    /** Errors of a plugin's class loading are the plugin's failure, not the platform's. */
    private static Exception unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause instanceof Exception known ? known : new IllegalStateException(String.valueOf(cause), cause);
    }

    /** Work that was begun, and the thread that does it. */
    public record Begun<T extends @Nullable Object>(FutureTask<T> task, Thread thread) {}
}
