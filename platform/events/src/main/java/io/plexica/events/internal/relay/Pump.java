package io.plexica.events.internal.relay;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.EventsSettings;
import io.plexica.events.internal.Wake;
import io.plexica.events.internal.delivery.Attempt;
import io.plexica.events.internal.delivery.Delivery;
import io.plexica.events.internal.delivery.Inbox;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events from the outbox to those who handle them: looks when it is woken and now and then, and has as many
 * deliveries under way as it may. Whatever ends in the middle is in the database and goes on elsewhere, or later.
 */
@Component(service = Pump.class, immediate = true)
public final class Pump {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

    private final Outbox outbox;
    private final Inbox inbox;
    private final Attempt attempt;
    private final Wake wake;
    private final Semaphore free;
    private final Runnable sleeper = this::wakeUp;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(named("plexica-events"));
    private final ExecutorService workers = Executors.newCachedThreadPool(named("plexica-events-delivery"));
    private volatile @Nullable String failure;

    /** Begins to look. */
    @Activate
    public Pump(
            @Reference Outbox outbox,
            @Reference Inbox inbox,
            @Reference Attempt attempt,
            @Reference Wake wake,
            @Reference EventsSettings settings) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.attempt = attempt;
        this.wake = wake;
        this.free = new Semaphore(settings.threads());
        wake.add(sleeper);
        looker.scheduleWithFixedDelay(this::look, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops; deliveries under way are interrupted, and made again. */
    @Deactivate
    public void close() {
        wake.remove(sleeper);
        looker.shutdownNow();
        workers.shutdownNow();
    }

    /** Why nothing moved when it was last looked; null when all was well. */
    public @Nullable String failure() {
        return failure;
    }

    private void wakeUp() {
        if (woken.compareAndSet(false, true)) {
            try {
                looker.execute(this::look);
            } catch (RejectedExecutionException e) {
                LOG.debug("Nobody looks any more", e);
            }
        }
    }

    private void look() {
        woken.set(false);
        if (!outbox.isReady()) {
            return;
        }
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            while (outbox.relay() == Outbox.BATCH) {
                begin();
            }
            begin();
            failure = null;
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void begin() {
        int places = free.drainPermits();
        int taken = 0;
        try {
            if (places > 0) {
                for (Delivery delivery : inbox.claim(places)) {
                    workers.execute(() -> work(delivery));
                    taken++;
                }
            }
        } finally {
            free.release(places - taken);
        }
    }

    /** Goes on by itself for as long as anything is due, so that one who looks is enough. */
    private void work(Delivery first) {
        try {
            List<Delivery> next = List.of(first);
            while (!next.isEmpty() && !workers.isShutdown()) {
                next.forEach(this::make);
                next = inbox.claim(1);
            }
        } catch (RuntimeException e) {
            LOG.debug("No more is claimed until somebody looks again", e);
        } finally {
            free.release();
        }
    }

    private void make(Delivery delivery) {
        try {
            attempt.make(delivery);
        } catch (RuntimeException e) {
            LOG.warn("The delivery of {} is tried again once its claim is void", delivery, e);
        }
    }

    private void failed(RuntimeException e) {
        if (e instanceof PlexicaException known && known.code() == ErrorCode.UNAVAILABLE) {
            LOG.debug("The database is not there; events wait", e);
        } else if (failure == null) {
            LOG.error("Events are not delivered, which is tried again", e);
        }
        failure = e instanceof PlexicaException known ? known.detail() : e.toString();
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(null, work, name, 0, false);
            thread.setDaemon(true);
            // Whoever happened to activate this may be at work in a plugin's name.
            thread.setContextClassLoader(Pump.class.getClassLoader());
            return thread;
        };
    }
}
