package io.plexica.plugins.internal.runtime;

import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bundle on its way out, on a thread of its own. The plugin's code may keep that thread for ever, and nobody who waits.
 * Safe for all threads.
 */
final class Removal {

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.");

    private final PluginRef plugin;
    private final Instant since = Instant.now();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private volatile @Nullable Thread thread;
    private volatile boolean late;

    Removal(PluginRef plugin) {
        this.plugin = plugin;
    }

    /** The current thread does it. */
    void begin() {
        thread = Thread.currentThread();
    }

    /** The plugin's code has its turn from now on; what is to be done when it is late is done once. */
    void limit(Duration limit, Runnable whenLate) {
        gone.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, timeout) -> {
            if (timeout != null) {
                late = true;
                whenLate.run();
            }
            settled.complete(null);
        });
    }

    /** Nothing of the bundle is left, as far as that was possible. */
    void end() {
        gone.complete(null);
        settled.complete(null);
    }

    PluginRef plugin() {
        return plugin;
    }

    /** Completes when the bundle is gone, or hangs. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    /** Whether the plugin's code had its time and has not come back. */
    boolean hangs() {
        return late && !gone.isDone();
    }

    /** What it leaves behind while it hangs. */
    Leak leak() {
        return new Leak(plugin, since, List.of(), where());
    }

    /** Where it is now, such as {@code p.Timer.stop(Timer.java:7)}. */
    String where() {
        Thread present = thread;
        return present == null ? "nowhere" : where(present.getStackTrace());
    }

    /** The frame that tells most: the innermost that is not the JDK's. */
    static String where(StackTraceElement[] trace) {
        return Stream.of(trace)
                .filter(frame -> JDK.stream().noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .or(() -> Stream.of(trace).findFirst())
                .map(StackTraceElement::toString)
                .orElse("nowhere");
    }
}
