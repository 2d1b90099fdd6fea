package io.plexica.spi.bounds;

import java.time.Duration;

/**
 * What the platform lets one plugin do.
 *
 * @param concurrency calls at once in one tenant
 * @param queue calls of one tenant that wait while others run
 * @param timeout how long a call may take
 * @param threads threads of the server that a plugin may hold, over all tenants and versions
 * @param breakerPercent the share of failures at which a version is spared further calls of a tenant
 * @param breakerCalls the fewest calls of which a share is taken
 * @param breakerPause how long it is spared
 */
public record BoundSettings(
        int concurrency,
        int queue,
        Duration timeout,
        int threads,
        int breakerPercent,
        int breakerCalls,
        Duration breakerPause) {

    /** What holds where nobody configures anything. */
    public static final BoundSettings STANDARD =
            new BoundSettings(64, 128, Duration.ofSeconds(30), 100, 50, 20, Duration.ofSeconds(5));

    /** The same with other places and another time, for calls that come in another way. */
    public BoundSettings with(int otherConcurrency, int otherQueue, Duration otherTimeout) {
        return new BoundSettings(
                otherConcurrency, otherQueue, otherTimeout, threads, breakerPercent, breakerCalls, breakerPause);
    }

    /** How many calls of one plugin may wait in all, so that others find threads and other tenants of it do. */
    public int waiting() {
        return Math.max(1, threads / 4);
    }
}
