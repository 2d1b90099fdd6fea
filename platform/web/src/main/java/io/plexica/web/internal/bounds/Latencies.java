package io.plexica.web.internal.bounds;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long calls took, in buckets of which four double the time: what is read off is right to an eighth. Safe for all
 * threads, without locks.
 */
final class Latencies {

    private static final int SHIFT = 6;
    private static final int OCTAVES = 21;
    private static final int BUCKETS = 4 * OCTAVES;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    void add(long nanos) {
        counts.getAndIncrement(bucket(TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    /** Adds all that was counted here to a sum. */
    void addTo(long[] sum) {
        for (int i = 0; i < BUCKETS; i++) {
            sum[i] += counts.get(i);
        }
    }

    /** Halves what was counted, so that what was long ago counts less and less. */
    void fade() {
        for (int i = 0; i < BUCKETS; i++) {
            long count = counts.get(i);
            if (count > 0) {
                counts.addAndGet(i, -(count / 2));
            }
        }
    }

    static long[] nothing() {
        return new long[BUCKETS];
    }

    /** The time in milliseconds that a share of the calls did not exceed; 0 when there were none. */
    static double millis(long[] counts, double share) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        if (all == 0) {
            return 0;
        }
        long wanted = Math.max(1, (long) Math.ceil(all * share));
        long seen = 0;
        int bucket = 0;
        while (seen + counts[bucket] < wanted) {
            seen += counts[bucket];
            bucket++;
        }
        return middle(bucket) / 1000.0;
    }

    static int bucket(long micros) {
        long units = micros >> SHIFT;
        if (units < 4) {
            return (int) Math.max(0, units);
        }
        int octave = 61 - Long.numberOfLeadingZeros(units);
        return Math.min(BUCKETS - 1, 4 * octave + (int) (units >> octave));
    }

    private static double middle(int bucket) {
        if (bucket < 4) {
            return (bucket + 0.5) * (1 << SHIFT);
        }
        int octave = bucket / 4 - 1;
        long from = (4L + bucket % 4) << octave;
        return (from + 0.5 * (1L << octave)) * (1 << SHIFT);
    }
}
