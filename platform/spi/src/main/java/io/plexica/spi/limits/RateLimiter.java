package io.plexica.spi.limits;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Counts the calls of all nodes together. Register it as a service; where there is none, or it cannot tell, each node counts
 * its own. Asked on the thread of every call, by many threads at once: it answers within some hundredths of a second, or not
 * at all, and does not throw.
 */
@ConsumerType
public interface RateLimiter {

    /** How long a count goes on. It begins with the bucket's first call; what comes after its end begins another. */
    Duration WINDOW = Duration.ofMinutes(1);

    /** Counts one call; empty where that is not possible at the moment. */
    Optional<Count> take(Bucket bucket);

    /**
     * What was counted.
     *
     * @param taken the calls of this window, this one included
     * @param resetMillis how long the window goes on, from 0 to its length
     */
    record Count(long taken, long resetMillis) {}
}
