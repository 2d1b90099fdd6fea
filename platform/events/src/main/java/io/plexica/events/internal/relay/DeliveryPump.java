package io.plexica.events.internal.relay;

import io.plexica.events.internal.EventsSettings;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.events.internal.delivery.Delivery;
import io.plexica.events.internal.delivery.DeliveryAttempt;
import io.plexica.events.internal.delivery.Inbox;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events from the outbox to those who handle them: looks when it is woken and now and then, and has as many
 * deliveries under way as it may, also while a transport takes its time. Whatever ends in the middle is in the database and goes
 * on elsewhere, or later.
 */
@Component(service = DeliveryPump.class, immediate = true)
public final class DeliveryPump {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPump.class);

    private final Outbox outbox;
    private final Inbox inbox;
    private final DeliveryAttempt attempt;
    private final RelayWakeup wake;
    private final Semaphore free;
    private final Runnable sleeper = this::wakeUp;
    private final PeriodicWorker looker;
    private final PeriodicWorker relayer;
    private final ExecutorService workers = Executors.newCachedThreadPool(named("plexica-events-delivery"));

    /** Begins to look. */
    @Activate
    public DeliveryPump(
            @Reference Outbox outbox,
            @Reference Inbox inbox,
            @Reference DeliveryAttempt attempt,
            @Reference RelayWakeup wake,
            @Reference EventsSettings settings) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.attempt = attempt;
        this.wake = wake;
        this.free = new Semaphore(settings.threads());
        this.looker = new PeriodicWorker(named("plexica-events"), settings.poll(), this::begin);
        this.relayer = new PeriodicWorker(named("plexica-events-relay"), settings.poll(), this::relay);
        wake.add(sleeper);
    }

    /** Stops; deliveries under way are interrupted, and made again. */
    @Deactivate
    public void close() {
        wake.remove(sleeper);
        relayer.close();
        looker.close();
        workers.shutdownNow();
    }

    /** Why nothing moved when it was last looked; null when all was well. */
    public @Nullable String failure() {
        String failure = relayer.failure();
        return failure == null ? looker.failure() : failure;
    }

    private void wakeUp() {
        relayer.wake();
        looker.wake();
    }

    private void relay() {
        while (outbox.relay() > 0) {
            looker.wake();
        }
    }

    private void begin() {
        if (!outbox.isReady()) {
            return;
        }
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

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(null, work, name, 0, false);
            thread.setDaemon(true);
            // Whoever happened to activate this may be at work in a plugin's name.
            thread.setContextClassLoader(DeliveryPump.class.getClassLoader());
            return thread;
        };
    }
}
