package io.plexica.spi.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts times by how long they were. Safe for all threads; recording takes no lock and makes no object. */
public final class Histogram {

    private static final double[] CALLS = {0.01, 0.05, 0.1, 0.5, 1, 2, 5};
    private static final double[] WORK = {0.1, 1, 5, 30, 60, 300, 1800};
    private static final double[] QUERIES = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1};

    private final double[] bounds;
    private final long[] nanos;
    private final LongAdder[] cells;
    private final LongAdder sum = new LongAdder();

    private Histogram(double[] bounds) {
        this.bounds = bounds;
        this.nanos = new long[bounds.length];
        this.cells = new LongAdder[bounds.length + 1];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new LongAdder();
        }
        for (int i = 0; i < bounds.length; i++) {
            nanos[i] = Math.round(bounds[i] * TimeUnit.SECONDS.toNanos(1));
        }
    }

    /** For calls: 10 ms to 5 s. */
    public static Histogram ofCalls() {
        return new Histogram(CALLS);
    }

    /** For questions to a server: 1 ms to 1 s. */
    public static Histogram ofQueries() {
        return new Histogram(QUERIES);
    }

    /** For work that nobody waits for: 100 ms to half an hour. */
    public static Histogram ofWork() {
        return new Histogram(WORK);
    }

    /** Counts a time. */
    public void record(long lasted) {
        int cell = 0;
        while (cell < nanos.length && lasted > nanos[cell]) {
            cell++;
        }
        cells[cell].increment();
        sum.add(lasted);
    }

    /** What it has counted. */
    public Snapshot snapshot() {
        return new Snapshot(
                Arrays.stream(bounds).boxed().toList(),
                Arrays.stream(cells).map(LongAdder::sum).toList(),
                sum.sum() / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /**
     * What a histogram has counted.
     *
     * @param bounds the longest time of each cell but the last, in seconds
     * @param counts how many times each cell holds
     * @param seconds all times together
     */
    public record Snapshot(List<Double> bounds, List<Long> counts, double seconds) {

        public Snapshot {
            bounds = List.copyOf(bounds);
            counts = List.copyOf(counts);
        }
    }
}
