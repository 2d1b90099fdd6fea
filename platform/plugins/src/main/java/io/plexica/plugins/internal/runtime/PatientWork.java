package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one piece of work after the other and waits for each, but not for ever: one that takes long goes on beside those that
 * follow. Safe for all threads.
 */
final class PatientWork {

    private static final Logger LOG = LoggerFactory.getLogger(PatientWork.class);

    private final Duration patience;
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    PatientWork(String threadName, Duration patience) {
        this.patience = patience;
        this.threads = Executors.newCachedThreadPool(Daemons.named(threadName));
    }

    /** Interrupts what goes on. */
    void close() {
        threads.shutdownNow();
    }

    /** Runs work in the caller's context. What it throws while somebody waits for it reaches the caller, and later the log. */
    void run(Runnable work) {
        ExecutionContext context = Contexts.require();
        CompletableFuture<Void> done = begin(() -> {
            try (Contexts.Scope scope = Contexts.open(context)) {
                work.run();
            }
        });
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("Work takes its time; what follows goes on", e);
            underWay.add(done);
            done.whenComplete((nothing, failure) -> {
                underWay.remove(done);
                tell(failure);
            });
        } catch (InterruptedException e) {
            throw stopping(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private CompletableFuture<Void> begin(Runnable work) {
        try {
            return CompletableFuture.runAsync(work, threads);
        } catch (RejectedExecutionException e) {
            throw stopping(e);
        }
    }

    /** Waits, up to a limit, until nothing goes on any more. */
    void await(Duration most) {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                    .get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Not all work has come to a good end", e);
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    private static PlexicaException stopping(Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new PlexicaException(ErrorCode.UNAVAILABLE, "The platform is stopping", cause);
    }

    private static void tell(@Nullable Throwable failure) {
        Throwable cause = failure == null ? null : failure.getCause();
        if (cause instanceof PlexicaException known && known.code() == ErrorCode.UNAVAILABLE) {
            LOG.debug("The database is not there; plugins wait", known);
        } else if (failure != null) {
            LOG.error("Work on plugins failed", failure);
        }
    }
}
