package io.plexica.tenancy.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which tenants are made and removed, a few at a time since each takes two connections. They go when nothing
 * is to be done.
 */
final class TenantWorkers {

    private static final int AT_A_TIME = 4;
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);

    /**
     * Waits for a place.
     *
     * @throws PlexicaException {@code unavailable} when there is none in time
     */
    void enter() {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new PlexicaException(
                ErrorCode.UNAVAILABLE,
                "Too many tenants are being made or removed at once: try again in a few seconds");
    }

    void leave() {
        places.release();
    }

    /** Runs work in the caller's context and waits for its end. Interrupting the caller does not stop the work. */
    <T> void run(Callable<T> work, Result<T> result) {
        begin(work, result, () -> {});
        result.await();
    }

    /** A place for the results of several pieces of work that run beside each other. */
    <T> Results<T> results() {
        return new Results<>();
    }

    private <T> void begin(Callable<T> work, Result<T> result, Runnable then) {
        ExecutionContext context = Contexts.find();
        executor.execute(() -> {
            result.fill(context == null ? work : inContext(context, work));
            then.run();
        });
    }

    /** Takes no more work, and gives what is running a while to end. */
    void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Callable<T> inContext(ExecutionContext context, Callable<T> work) {
        return () -> {
            try (Contexts.Scope scope = Contexts.open(context)) {
                return work.call();
            }
        };
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plexica-tenancy-" + number.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(TenantWorkers.class.getClassLoader());
        return thread;
    }

    /** Pieces of work beside each other, for one thread that waits for them. */
    final class Results<T> {

        private final BlockingQueue<Result<T>> ended = new LinkedBlockingQueue<>();
        private int open;

        /** Begins a piece of work in the caller's context. */
        void run(Callable<T> work) {
            Result<T> result = new Result<>();
            open++;
            begin(work, result, () -> ended.add(result));
        }

        /** How many have not been asked for yet. */
        int open() {
            return open;
        }

        /** What the next one that ends has come to. Interrupting the caller does not stop the work. */
        T next() throws SagaFailure {
            Result<T> result = take();
            open--;
            if (result.failure instanceof SagaFailure failure) {
                throw failure;
            }
            return result.get();
        }

        private Result<T> take() {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return ended.take();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** What became of a piece of work. */
    static final class Result<T> {

        private final CountDownLatch end = new CountDownLatch(1);
        private volatile @Nullable T value;
        private volatile @Nullable Throwable failure;

        boolean ended() {
            return end.getCount() == 0;
        }

        T get() {
            Throwable thrown = failure;
            T result = value;
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
            if (thrown != null || result == null) {
                throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The work on the tenant ended badly", thrown);
            }
            return result;
        }

        private void fill(Callable<T> work) {
            try {
                value = work.call();
            } catch (Throwable e) {
                failure = e;
            } finally {
                end.countDown();
            }
        }

        private void await() {
            boolean interrupted = false;
            while (!ended()) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
