package io.plexica.plugins.internal.stats;

import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginCalls.Figures;

/**
 * How a version does in one tenant on this node.
 *
 * @param tenant the tenant's slug; empty for calls without one
 */
public record TenantStats(
        String tenant,
        String version,
        long calls,
        long errors,
        double errorRate,
        double p50,
        double p95,
        double p99,
        int inFlight,
        int queued,
        long rejected,
        long timeouts,
        BreakerState breaker,
        int hungThreads) {

    static TenantStats of(String tenant, String version, Figures figures) {
        return new TenantStats(
                tenant,
                version,
                figures.calls(),
                figures.errors(),
                figures.errorRate(),
                figures.p50(),
                figures.p95(),
                figures.p99(),
                figures.inFlight(),
                figures.queued(),
                figures.rejected(),
                figures.timeouts(),
                figures.breaker(),
                figures.hungThreads());
    }
}
