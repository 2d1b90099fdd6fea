package io.plexica.operations.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of long work: so many at once, so much waiting, and no more. They go when nothing is to be done. */
final class Workers {

    private static final int IDLE_SECONDS = 30;
    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore places;
    private final ThreadPoolExecutor executor;
    private final AtomicInteger number = new AtomicInteger();

    Workers(int threads, int queue) {
        places = new Semaphore(threads + queue);
        executor = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Takes a place for a piece of work.
     *
     * @throws PlexicaException {@code unavailable} when there is none
     */
    void enter() {
        if (executor.isShutdown() || !places.tryAcquire()) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "Too much long work is waiting already: try again in a few seconds");
        }
    }

    /** Gives the place back for which there is no work after all. */
    void leave() {
        places.release();
    }

    /** Runs work for which a place was taken. */
    void execute(Runnable work) {
        executor.execute(() -> {
            try {
                work.run();
            } finally {
                places.release();
            }
        });
    }

    /** Takes no more work, and gives what is running a while to end. */
    void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plexica-operation-" + number.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(Workers.class.getClassLoader());
        return thread;
    }
}
