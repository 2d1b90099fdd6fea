package io.plexica.search.internal.index;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a worker goes: soon after it is woken, and every now and then for what other nodes left. Safe for all threads. */
final class WorkerSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSchedule.class);

    private final ScheduledExecutorService worker;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final BooleanSupplier round;
    private volatile boolean well = true;

    /**
     * Begins.
     *
     * @param round returns false when the next one had better wait
     */
    WorkerSchedule(String name, BooleanSupplier round, Duration pause) {
        this(name, round);
        worker.scheduleWithFixedDelay(this::go, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Goes only when it is woken. */
    WorkerSchedule(String name, BooleanSupplier round) {
        this.round = round;
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(null, work, name, 0, false);
            thread.setDaemon(true);
            // Whoever happened to activate this may be at work in a plugin's name.
            thread.setContextClassLoader(WorkerSchedule.class.getClassLoader());
            return thread;
        });
    }

    /** There is something to do. */
    void wake() {
        if (well && awake.compareAndSet(false, true)) {
            try {
                worker.execute(this::go);
            } catch (RejectedExecutionException e) {
                LOG.debug("The platform stops; another node, or the next start, goes on", e);
            }
        }
    }

    void stop() {
        worker.shutdownNow();
    }

    private void go() {
        awake.set(false);
        try {
            well = round.getAsBoolean();
        } catch (PlexicaException e) {
            well = false;
            if (e.code() == ErrorCode.UNAVAILABLE) {
                LOG.debug("Search waits for what is away", e);
            } else {
                LOG.warn("Search has yet to be told of changes, since that did not work", e);
            }
        } catch (RuntimeException e) {
            well = false;
            LOG.warn("Search has yet to be told of changes, since that did not work", e);
        }
    }
}
