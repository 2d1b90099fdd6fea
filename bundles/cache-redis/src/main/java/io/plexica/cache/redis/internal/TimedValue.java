package io.plexica.cache.redis.internal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value as it lies in Redis, with the moment at which its time is over: who keeps a copy must know when to drop it.
 *
 * @param left how long it is good
 */
record TimedValue(byte[] value, Duration left) {

    private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    static byte[] write(byte[] value, Duration lifetime, long nowMillis) {
        return ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(nowMillis + lifetime.toMillis())
                .put(value)
                .array();
    }

    /** What was written; null when its time is over, or somebody else wrote it. */
    static @Nullable TimedValue read(byte[] stored, long nowMillis) {
        if (stored.length < Long.BYTES) {
            return null;
        }
        long left = ByteBuffer.wrap(stored).getLong() - nowMillis;
        if (left <= 0 || left > 2 * LONGEST_MILLIS) {
            return null;
        }
        return new TimedValue(Arrays.copyOfRange(stored, Long.BYTES, stored.length), Duration.ofMillis(left));
    }
}
