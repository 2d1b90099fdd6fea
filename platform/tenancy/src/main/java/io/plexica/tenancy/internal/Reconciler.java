package io.plexica.tenancy.internal;

import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.threads.Daemons;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings to an end what was left in the middle: provisionings and removals of a process that died, realms and connections
 * that do not follow their tenant. Looks at the start, whenever it is woken, and once a
 * minute; tries again sooner, with growing pauses, as long as something fails.
 */
final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final long CALM_MILLIS = 60_000;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final List<Duty> duties;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-tenancy-reconciler"));
    private @Nullable ScheduledFuture<?> next;
    private boolean woken;
    private long pause = FIRST_PAUSE_MILLIS;

    Reconciler(List<Duty> duties) {
        this.duties = duties;
    }

    /** Looks at once. */
    synchronized void wake() {
        woken = true;
        pause = FIRST_PAUSE_MILLIS;
        schedule(0);
    }

    void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The reconciler of tenants does not stop; it is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void schedule(long millis) {
        if (timer.isShutdown()) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        next = timer.schedule(this::run, millis, TimeUnit.MILLISECONDS);
    }

    private void run() {
        begin();
        boolean done = false;
        try {
            done = look();
        } finally {
            end(done);
        }
    }

    private synchronized void begin() {
        woken = false;
    }

    private synchronized void end(boolean done) {
        if (!woken) {
            schedule(done ? CALM_MILLIS : pause);
            pause = done ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean look() {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            boolean done = true;
            for (Duty duty : duties) {
                done &= duty.look();
            }
            return done;
        } catch (RuntimeException e) {
            LOG.warn("Looking for tenants left in the middle failed, trying again: {}", e.getMessage());
            return false;
        }
    }

    /** One kind of thing that may have been left undone. */
    @FunctionalInterface
    interface Duty {

        /** Does what there is to do; false when some of it has to be tried again. */
        boolean look();
    }
}
