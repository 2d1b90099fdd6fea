package io.plexica.web.internal.bounds;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.bounds.Whereabouts;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.threads.Daemons;
import io.plexica.web.internal.http.ConnectionAbort;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.ProblemAnswer;
import io.plexica.web.internal.problem.ProblemLog;
import io.plexica.web.internal.problem.Problems;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all calls within plugins, ten times a second, and cuts off those whose time is over. An answer is written on one of
 * a few threads of its own, since a caller who does not read could stop it. Safe for all threads.
 */
final class CallWatch {

    static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration MORE = Duration.ofSeconds(1);
    private static final long HUNG_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int ANSWERERS = 8;
    private static final int FRAMES_TOLD = 6;

    private final Set<BoundedCall> calls = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor answerers;

    CallWatch() {
        this.answerers = new ThreadPoolExecutor(
                ANSWERERS,
                ANSWERERS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Daemons.named("plexica-web-cut"),
                (work, closed) -> work.run());
        answerers.allowCoreThreadTimeOut(true);
    }

    static Duration pause() {
        return PAUSE;
    }

    void add(BoundedCall call) {
        calls.add(call);
    }

    void remove(BoundedCall call) {
        calls.remove(call);
        if (call.isCut()) {
            long late = TimeUnit.NANOSECONDS.toMillis(call.lateNanos(System.nanoTime()));
            LOG.info("{} has let go of a thread {} ms after its call was cut off", call.holder(), late);
        }
    }

    /** Ends; whose answer was taken gets one all the same. */
    void close() {
        answerers.shutdownNow().forEach(Runnable::run);
    }

    /** Threads that a version does not let go of although their call, to it or to one that uses it, was cut off. */
    int hung(PluginRef plugin) {
        return count(call -> call.holder().equals(plugin));
    }

    /** The same within one tenant. */
    int hung(PluginRef plugin, String tenantSlug) {
        return count(call ->
                call.holder().equals(plugin) && VersionCalls.slug(call.call()).equals(tenantSlug));
    }

    private int count(Predicate<BoundedCall> which) {
        long now = System.nanoTime();
        return (int) calls.stream()
                .filter(call -> call.isCut() && call.lateNanos(now) > HUNG_NANOS)
                .filter(which)
                .count();
    }

    /** Cuts off what has taken too long. */
    void look() {
        long now = System.nanoTime();
        for (BoundedCall call : calls) {
            if (call.isLate(now)) {
                late(call);
            }
        }
    }

    private void late(BoundedCall call) {
        StackTraceElement[] trace = call.thread().getStackTrace();
        Whereabouts where = Whereabouts.of(trace);
        if (call.takeEndless(System.nanoTime())) {
            if (where != Whereabouts.PLUGIN) {
                call.blame(false);
            }
            call.cut(where == Whereabouts.READER ? call.raw().getStatus() : ErrorCode.PLUGIN_TIMEOUT.status());
            answerers.execute(() -> breakOff(call, trace));
        } else if (where == Whereabouts.CALLER) {
            call.wait(MORE);
        } else if (call.takeAnswer()) {
            if (where == Whereabouts.DATABASE) {
                call.blame(false);
            }
            call.cut(ErrorCode.PLUGIN_TIMEOUT.status());
            answerers.execute(() -> answer(call, trace));
        } else if (call.disturb()) {
            LOG.warn("{} does not come to an end of its answer and is interrupted: {}", name(call), told(trace));
        }
    }

    private static void answer(BoundedCall call, StackTraceElement[] trace) {
        try (Contexts.Scope scope = Contexts.open(call.call().context())) {
            LOG.warn("{} did not end in time and is cut off; its thread is at {}", name(call), told(trace));
            PlexicaException failure = new PlexicaException(
                    ErrorCode.PLUGIN_TIMEOUT,
                    "The plugin " + call.plugin().id()
                            + " did not answer in time" + because(call)
                            + "; nothing of this call was kept. Try again later");
            Problem problem = Problems.of(failure, call.plugin());
            // The connection's thread is not free for what might follow on it.
            call.raw().setHeader("Connection", "close");
            ProblemAnswer.write(
                    call.raw(), problem, call.call().path(), call.call().traceId());
        } finally {
            call.cutDone();
        }
    }

    private static String because(BoundedCall call) {
        String holder = call.holder().id();
        return holder.equals(call.plugin().id()) ? "" : ": it waited for the plugin " + holder;
    }

    /** An answer that the caller has in part cannot be taken back; without its connection it is seen to be one in part. */
    private static void breakOff(BoundedCall call, StackTraceElement[] trace) {
        try {
            LOG.warn("{} does not end its answer and is broken off; its thread is at {}", name(call), told(trace));
            ConnectionAbort.close(call.raw(), "The answer took too long");
        } finally {
            call.cutDone();
        }
    }

    private static String name(BoundedCall call) {
        return call.call().method() + " " + ProblemLog.masked(call.call().path()) + " of " + call.plugin();
    }

    private static String told(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .limit(FRAMES_TOLD)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
