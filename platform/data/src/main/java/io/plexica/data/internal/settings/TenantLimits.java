package io.plexica.data.internal.settings;

import java.time.Duration;

/**
 * What one tenant may use of the connections.
 *
 * @param sharePercent how much of the pool at most, in percent; one connection in any case
 * @param patience how long work waits for one of its tenant's connections before it is refused
 * @param dedicatedMax how many connections a pool of a tenant's own has on a node
 * @param dedicatedLimit how many connections a tenant's own login may have, on all nodes together
 * @param dedicatedIdle after which time a tenant's own pool that nobody uses is closed
 */
public record TenantLimits(
        int sharePercent, Duration patience, int dedicatedMax, int dedicatedLimit, Duration dedicatedIdle) {

    /** What holds where nothing is configured. */
    public static final TenantLimits DEFAULTS =
            new TenantLimits(50, Duration.ofSeconds(1), 10, 50, Duration.ofMinutes(5));

    /** How many connections of a pool of this size a tenant may use. */
    public int shareOf(int pool) {
        return Math.max(1, pool * sharePercent / 100);
    }
}
