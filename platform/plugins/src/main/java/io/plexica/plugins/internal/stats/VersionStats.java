package io.plexica.plugins.internal.stats;

import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginCalls.Figures;

/**
 * How a version does on this node.
 *
 * @param errorRate errors among calls, from 0 to 1
 * @param p50 milliseconds that half of the calls did not exceed
 * @param hungThreads threads that go on although their call or hook was cut off
 * @param leaks how often it stopped and left its classes in memory
 * @param droppedLines how much of what it logged and printed was dropped, being too much
 * @param bytes how large its archive is: the least of what it takes in memory
 * @param tenants how many tenants are on it
 */
public record VersionStats(
        String version,
        String status,
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
        int hungThreads,
        int leaks,
        long droppedLines,
        long bytes,
        int tenants) {

    static VersionStats of(
            String version,
            String status,
            Figures figures,
            int hungThreads,
            int leaks,
            long droppedLines,
            long bytes,
            int tenants) {
        return new VersionStats(
                version,
                status,
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
                hungThreads,
                leaks,
                droppedLines,
                bytes,
                tenants);
    }
}
