package io.plexica.plugins.internal.services;

import io.plexica.spi.bounds.Whereabouts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all calls of services, ten times a second, and interrupts those that take too long. Safe for all threads. */
final class ServiceWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int FRAMES_TOLD = 6;

    private final Set<ServiceCall> within = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker;

    ServiceWatch() {
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(null, work, "plexica-service-watch", 0, false);
            thread.setContextClassLoader(ServiceWatch.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        });
        worker.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void close() {
        worker.shutdownNow();
    }

    void add(ServiceCall call) {
        within.add(call);
    }

    void remove(ServiceCall call) {
        within.remove(call);
    }

    private void look() {
        try {
            long now = System.nanoTime();
            for (ServiceCall call : within) {
                if (call.isLate(now)) {
                    cut(call);
                }
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Calls of services could not be watched", e);
        }
    }

    /** The breaker hears of it here: the thread may never come to the call's end. */
    private static void cut(ServiceCall call) {
        StackTraceElement[] trace = call.trace();
        if (!call.cut()) {
            return;
        }
        boolean own = call.holder().equals(call.provider());
        if (!call.isReturning()) {
            call.account().provider().told(own && Whereabouts.of(trace) != Whereabouts.DATABASE);
        }
        LOG.warn(
                "{} keeps {} waiting for a service for more than {} ms and is interrupted{}: {}",
                call.provider(),
                call.account().key().callerName(),
                call.limitMillis(),
                own ? "" : " while it waits for " + call.holder(),
                Arrays.stream(trace)
                        .limit(FRAMES_TOLD)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < ")));
    }
}
