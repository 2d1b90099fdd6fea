package io.plexica.events.internal.relay;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after something in the platform's name: now and then, and once more whenever it is woken. Safe for all threads. */
final class PeriodicWorker {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicWorker.class);

    private final Runnable work;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable String failure;

    PeriodicWorker(ThreadFactory threads, Duration period, Runnable work) {
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(threads);
        thread.scheduleWithFixedDelay(this::look, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why it failed when it last looked; null when all was well. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Looks soon, if it is not about to. Returns at once. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                thread.execute(this::look);
            } catch (RejectedExecutionException e) {
                LOG.debug("Nobody looks any more", e);
            }
        }
    }

    /** Looks no more. */
    void close() {
        thread.shutdownNow();
    }

    private void look() {
        woken.set(false);
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            work.run();
            failure = null;
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        if (thread.isShutdown() || (e instanceof PlexicaException known && known.code() == ErrorCode.UNAVAILABLE)) {
            LOG.debug("What events need is not there; they wait", e);
        } else if (failure == null) {
            LOG.error("Events are not delivered, which is tried again", e);
        }
        failure = e instanceof PlexicaException known ? known.detail() : e.toString();
    }
}
