package io.plexica.notifications.internal.letters;

import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the worker goes: soon after it is woken, and every now and then for what other nodes left. Safe for all threads. */
final class WorkerSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSchedule.class);

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-messages"));
    private final AtomicBoolean awake = new AtomicBoolean();
    private final BooleanSupplier round;
    private final long notBefore;
    private volatile boolean serverAnswers = true;

    /**
     * Begins.
     *
     * @param round returns false when the next one had better wait
     */
    WorkerSchedule(BooleanSupplier round, Duration start, Duration pause) {
        this.round = round;
        this.notBefore = System.nanoTime() + start.toNanos();
        worker.scheduleWithFixedDelay(this::go, start.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** There is something to do. */
    void wake() {
        if (serverAnswers && System.nanoTime() >= notBefore && awake.compareAndSet(false, true)) {
            try {
                worker.execute(this::go);
            } catch (RejectedExecutionException e) {
                LOG.debug("The platform stops; another node, or the next start, brings the message away", e);
            }
        }
    }

    void stop() {
        worker.shutdownNow();
    }

    private void go() {
        awake.set(false);
        try {
            serverAnswers = round.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("Messages wait, since looking after them did not work: {}", e.getMessage(), e);
        }
    }
}
