package io.plexica.spi.plugins;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What became of the calls to plugins on this node, counted by whoever dispatches them. Safe for all threads, never blocks. */
@ProviderType
public interface PluginCalls {

    /**
     * The calls that a version has answered since it started, and those that were refused since too many had failed: whoever made
     * them takes them for failures of the version.
     *
     * @param tenantSlug only those of this tenant; null for all
     */
    Counts counts(PluginRef plugin, @Nullable String tenantSlug);

    /** How a version does in all tenants together; zeros when nobody has called it. */
    Figures figures(PluginRef plugin);

    /** How a version does in each tenant that has called it lately; calls without a tenant are under an empty slug. */
    Map<String, Figures> byTenant(PluginRef plugin);

    /**
     * How many calls there were.
     *
     * @param calls all of them
     * @param errors those that ended with a status of 500 or more, refusals among them
     */
    record Counts(long calls, long errors) {}

    /** Whether calls are let through to a version. */
    enum BreakerState {
        /** They are. */
        CLOSED,
        /** One is, to see whether the version has recovered. */
        HALF_OPEN,
        /** None is, since too many failed. */
        OPEN
    }

    /**
     * How a version does. Times are in milliseconds, of the last minutes above all; those that were refused do not count as
     * calls.
     *
     * @param calls all calls since it started
     * @param errors those that ended with a status of 500 or more
     * @param p50 the time that half of the calls did not exceed
     * @param p95 the same for 95 of 100
     * @param p99 the same for 99 of 100
     * @param inFlight calls within it now, with those that were cut off and have not ended
     * @param queued calls that wait for a place now
     * @param rejected calls that found no place, or the breaker open
     * @param timeouts calls that were cut off
     * @param breaker whether calls are let through
     * @param hungThreads threads that do not end although their call was cut off
     */
    record Figures(
            long calls,
            long errors,
            double p50,
            double p95,
            double p99,
            int inFlight,
            int queued,
            long rejected,
            long timeouts,
            BreakerState breaker,
            int hungThreads) {

        /** How many of the calls ended with an error; 0 without calls. */
        public double errorRate() {
            return calls == 0 ? 0 : (double) errors / calls;
        }
    }
}
