package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has plugins stopped that keep leaking or hanging: they take memory and threads from all others, and would take more with
 * every day.
 */
@Component(service = HarmWatch.class, immediate = true)
public final class HarmWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HarmWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PluginRuntime runtime;
    private final PluginsSettings settings;
    private final Future<?> repetition;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PluginCalls calls;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Quarantine quarantine;

    /** Begins to watch. */
    @Activate
    public HarmWatch(
            @Reference PluginWorker worker, @Reference PluginRuntime runtime, @Reference PluginsSettings settings) {
        this.runtime = runtime;
        this.settings = settings;
        this.repetition = worker.repeat(PAUSE, this::look);
    }

    /** One that looks only when it is told to. */
    HarmWatch(PluginRuntime runtime, PluginsSettings settings, PluginCalls calls, Quarantine quarantine) {
        this.runtime = runtime;
        this.settings = settings;
        this.repetition = CompletableFuture.completedFuture(null);
        this.calls = calls;
        this.quarantine = quarantine;
    }

    /** Watches no more. */
    @Deactivate
    public void close() {
        repetition.cancel(false);
    }

    /** Threads of a version that go on although their call, hook or stop was given up. */
    public int hungThreads(PluginRef ref) {
        PluginCalls present = calls;
        int within = present == null ? 0 : present.figures(ref).hungThreads();
        return within
                + runtime.hungStops(ref)
                + runtime.registry()
                        .running(ref)
                        .map(plugin -> plugin.hosted().findLoader())
                        .map(BoundedExecution::hung)
                        .orElse(0);
    }

    void look() {
        Quarantine present = quarantine;
        if (present == null) {
            return;
        }
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform(Contexts.newTraceId()))) {
            Set<String> settled = new HashSet<>();
            for (RunningPlugin plugin : runtime.registry().allRunning()) {
                judge(present, plugin.candidate().ref(), settled);
            }
            settled.forEach(runtime.leakWatch()::settle);
        }
    }

    private void judge(Quarantine present, PluginRef ref, Set<String> settled) {
        int hung = hungThreads(ref);
        int leaks = runtime.leakWatch().inARow(ref.id());
        if (hung > settings.hungMax()) {
            stop(present, ref, hung + " of its threads go on although their calls or hooks were cut off");
        } else if (leaks >= settings.leaksMax() && !settings.dev()) {
            stop(present, ref, "its classes stayed in memory after " + leaks + " stops, one after the other");
            settled.add(ref.id());
        }
    }

    private static void stop(Quarantine present, PluginRef ref, String reason) {
        LOG.error("{} is quarantined: {}", ref, reason);
        present.quarantine(ref, "It harms others: " + reason);
    }
}
