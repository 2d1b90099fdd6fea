package io.plexica.identity.internal;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which this room works by itself: more than one, since one may wait for the identity server. */
@Component(service = IdentityWorker.class)
public final class IdentityWorker {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityWorker.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(2, Daemons.named("plexica-identity"));

    /** Does something at once and, as long as it fails, again after ever longer pauses. */
    public void untilDone(String what, Work work) {
        attempt(what, work, Duration.ofSeconds(1));
    }

    /** Does something again and again; what it throws is logged. */
    public void every(Duration pause, String what, Work work) {
        threads.scheduleWithFixedDelay(
                () -> run(what, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void close() {
        threads.shutdownNow();
    }

    private void attempt(String what, Work work, Duration pause) {
        try {
            threads.execute(() -> {
                if (!run(what, work)) {
                    later(what, work, pause);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The room is closing: {} is given up", what);
        }
    }

    private void later(String what, Work work, Duration pause) {
        Duration twice = pause.multipliedBy(2);
        Duration next = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        try {
            threads.schedule(() -> attempt(what, work, next), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The room is closing: {} is given up", what);
        }
    }

    private static boolean run(String what, Work work) {
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform(Contexts.newTraceId()))) {
            work.run();
            return true;
        } catch (Exception e) {
            LOG.warn("{} did not work; trying again: {}", what, e.getMessage());
            LOG.debug("Why {} did not work", what, e);
            return false;
        }
    }

    /** Something to do that may fail. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws Exception;
    }
}
