package io.plexica.data.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same for many tenants on a few threads that live no longer than the work. */
final class TenantWorkers {

    private final int threads;

    TenantWorkers(int threads) {
        this.threads = threads;
    }

    /** Returns when all are done. The work must not throw. */
    void forEach(List<String> slugs, Consumer<String> work) {
        if (slugs.isEmpty()) {
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, slugs.size()));
        try {
            List<Future<?>> running = new ArrayList<>();
            slugs.forEach(slug -> running.add(executor.submit(() -> work.accept(slug))));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
