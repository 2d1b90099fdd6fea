package io.plexica.spi.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The values of a counter whose labels have names that come and go, such as those of events: at most so many; what is more
 * is counted together as {@value #OTHERS}. Safe for all threads. Looking one up costs a little, so whoever counts every call
 * keeps what {@link #of} returns.
 */
public final class Tallies {

    /** In place of the values of labels of which there are too many. */
    public static final String OTHERS = "other";

    private static final int MOST = 1_000;

    private final Map<List<String>, LongAdder> tallies = new ConcurrentHashMap<>();
    private final Metric metric;
    private final int most;

    /** The values of a metric. */
    public Tallies(Metric metric) {
        this(metric, MOST);
    }

    Tallies(Metric metric, int most) {
        this.metric = metric;
        this.most = most;
    }

    /** The count under these values of the labels. */
    public LongAdder of(String... labels) {
        List<String> key = List.of(labels);
        LongAdder known = tallies.get(key);
        if (known != null) {
            return known;
        }
        List<String> kept = tallies.size() < most
                ? key
                : metric.labels().stream().map(label -> OTHERS).toList();
        return tallies.computeIfAbsent(kept, fresh -> new LongAdder());
    }

    /** Tells them all. */
    public void tell(Figures figures) {
        tallies.forEach((labels, count) -> figures.value(metric, count.sum(), labels.toArray(String[]::new)));
    }
}
