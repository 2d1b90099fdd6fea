package io.plexica.plugins.internal.rollout;

import io.plexica.spi.plugins.PluginCalls.Counts;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Watches how calls of the tenants that were moved end on the new version, on this node. For one rollout and one thread.
 */
final class ErrorWatch {

    /** With fewer calls an error says little. */
    static final long FEWEST_CALLS = 20;

    /** Errors among a hundred calls. */
    static final long MOST_ERRORS = 5;

    private static final int HUNDRED = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CallCounts counts;
    private final PluginRef target;
    private final Map<String, Counts> before = new LinkedHashMap<>();

    ErrorWatch(CallCounts counts, PluginRef target) {
        this.counts = counts;
        this.target = target;
    }

    /** Begins to count for a tenant that is about to be moved. */
    void add(String tenantSlug) {
        before.put(tenantSlug, counts.of(target, tenantSlug));
    }

    /** What speaks against the version so far. */
    Optional<String> verdict() {
        long calls = 0;
        long errors = 0;
        for (Map.Entry<String, Counts> tenant : before.entrySet()) {
            Counts now = counts.of(target, tenant.getKey());
            calls += Math.max(0, now.calls() - tenant.getValue().calls());
            errors += Math.max(0, now.errors() - tenant.getValue().errors());
        }
        return calls >= FEWEST_CALLS && errors * HUNDRED > calls * MOST_ERRORS
                ? Optional.of(errors + " of " + calls + " calls of the tenants that were moved ended in errors")
                : Optional.empty();
    }

    /**
     * Watches for a while; ends at once when something speaks against the version.
     *
     * @param enough whether there is no need to watch any longer
     */
    Optional<String> watch(Duration length, BooleanSupplier enough) {
        long end = System.nanoTime() + length.toNanos();
        Optional<String> verdict = verdict();
        while (verdict.isEmpty() && System.nanoTime() < end && !enough.getAsBoolean() && Patience.pause(PAUSE)) {
            verdict = verdict();
        }
        return verdict;
    }
}
