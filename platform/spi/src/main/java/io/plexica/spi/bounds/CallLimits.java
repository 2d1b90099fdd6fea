package io.plexica.spi.bounds;

import io.plexica.api.manifest.PluginManifest.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a version may do in one tenant: what its manifest asks for, and never more than the platform gives.
 *
 * @param concurrency calls at once
 * @param queue calls that wait while others run
 * @param timeout how long a call may take
 */
public record CallLimits(int concurrency, int queue, Duration timeout) {

    /** What a manifest asks for, within what the platform gives. */
    public static CallLimits of(Limits asked, BoundSettings most) {
        Duration timeout = asked.timeout();
        return new CallLimits(
                least(asked.maxConcurrency(), most.concurrency()),
                least(asked.queue(), most.queue()),
                timeout == null || timeout.compareTo(most.timeout()) > 0 ? most.timeout() : timeout);
    }

    private static int least(@Nullable Integer asked, int most) {
        return asked == null ? most : Math.min(asked, most);
    }
}
