package io.plexica.plugins.internal.usage;

import java.time.Instant;

/** How often something was done since it was last written down, and when last. */
record UsageCount(long count, Instant lastAt) {

    UsageCount plus(UsageCount other) {
        return new UsageCount(count + other.count, lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
    }
}
