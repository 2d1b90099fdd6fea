package io.plexica.plugins.internal.runtime;

import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
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
 * How much of what plugins log and print was dropped because it was too much. The log counts; this asks it, and writes one line
 * for each plugin version that went beyond its budget since the last look. Safe for all threads.
 */
@Component(service = DroppedLogLines.class, immediate = true)
public final class DroppedLogLines {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedLogLines.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** For so long a flood is news. */
    private static final Duration NEWS = Duration.ofMinutes(1);

    private final Future<?> repetition;
    private final Map<String, Instant> lastAt = new ConcurrentHashMap<>();
    private Map<String, Long> told = Map.of();

    @Reference(
            target = "(plexica.log=dropped)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Supplier<Map<String, Long>> log;

    /** Begins to look. */
    @Activate
    public DroppedLogLines(@Reference PluginWorker worker) {
        this.repetition = worker.repeat(PAUSE, this::look);
    }

    /** One that looks only when it is told to. */
    DroppedLogLines(Supplier<Map<String, Long>> log) {
        this.repetition = CompletableFuture.completedFuture(null);
        this.log = log;
    }

    /** Looks no more. */
    @Deactivate
    public void close() {
        repetition.cancel(false);
    }

    /** Lines of a version that were dropped since the start of this node. */
    public long of(PluginRef ref) {
        return counted().getOrDefault(ref.toString(), 0L);
    }

    /** Whether lines of a version were dropped within the last minute. */
    boolean isNews(PluginRef ref) {
        Instant last = lastAt.get(ref.toString());
        return last != null && last.isAfter(Instant.now().minus(NEWS));
    }

    synchronized void look() {
        Map<String, Long> now = new HashMap<>(counted());
        now.forEach((plugin, lines) -> {
            long more = lines - told.getOrDefault(plugin, 0L);
            if (more > 0) {
                lastAt.put(plugin, Instant.now());
                LOG.warn(
                        "{} logs or prints more than it may (PLEXICA_PLUGIN_LOG_RATE): {} of its lines were dropped, {} since"
                                + " the start",
                        plugin,
                        more,
                        lines);
            }
        });
        told = now;
    }

    private Map<String, Long> counted() {
        Supplier<Map<String, Long>> present = log;
        return present == null ? Map.of() : present.get();
    }
}
