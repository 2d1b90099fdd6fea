package io.plexica.data.internal.schema;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does the same for many tenants on a few threads that live no longer than the work. Safe for all threads. */
final class TenantWorkers implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final int threads;
    private final Set<ExecutorService> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    TenantWorkers(int threads) {
        this.threads = threads;
    }

    /**
     * Returns when all are done. The work must not throw.
     *
     * @throws PlexicaException {@code unavailable} when it is broken off, by an interruption or by closing
     */
    void forEach(List<String> slugs, Consumer<String> work) {
        if (slugs.isEmpty()) {
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(
                Math.min(threads, slugs.size()), task -> new Thread(task, "plexica-migration"));
        busy.add(executor);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (String slug : slugs) {
                running.add(executor.submit(() -> accept(work, slug)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw brokenOff(e);
        } catch (RejectedExecutionException e) {
            throw brokenOff(e);
        } catch (ExecutionException e) {
            throw closed ? brokenOff(e) : new IllegalStateException(e.getCause());
        } finally {
            busy.remove(executor);
            executor.shutdownNow();
        }
    }

    /** Begins no further tenant, and waits a while for those that are being worked on. */
    @Override
    public void close() {
        closed = true;
        for (ExecutorService executor : busy) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    executor.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                executor.shutdownNow();
            }
        }
    }

    private void accept(Consumer<String> work, String slug) {
        if (closed) {
            throw new CancellationException();
        }
        work.accept(slug);
    }

    private static PlexicaException brokenOff(Throwable cause) {
        return new PlexicaException(
                ErrorCode.UNAVAILABLE,
                "The platform is stopping; the remaining tenants are migrated at the next start",
                cause);
    }
}
