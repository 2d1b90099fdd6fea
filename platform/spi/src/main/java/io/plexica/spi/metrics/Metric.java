package io.plexica.spi.metrics;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a figure is called and what it means. Held in a constant; the same name always means the same thing.
 *
 * @param name as Prometheus knows it
 * @param help what it tells, in a sentence
 * @param labels what tells its values apart; each has few values that the platform itself chooses, never what callers send
 */
public record Metric(String name, Kind kind, String help, List<String> labels) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*");
    private static final String OF_COUNTERS = "_total";

    /** How its values move. */
    public enum Kind {
        /** Only up, until the process ends. */
        COUNTER,
        /** Up and down. */
        GAUGE,
        /** Times, by how long they were. */
        HISTOGRAM
    }

    public Metric {
        labels = List.copyOf(labels);
        boolean sound = NAME.matcher(name).matches()
                && labels.stream().allMatch(label -> NAME.matcher(label).matches())
                && Set.copyOf(labels).size() == labels.size()
                && (kind == Kind.COUNTER) == name.endsWith(OF_COUNTERS);
        if (!sound) {
            throw new IllegalArgumentException(name + labels + " is no name of a " + kind);
        }
    }

    /** A counter; its name ends in {@code _total}. */
    public static Metric counter(String name, String help, String... labels) {
        return new Metric(name, Kind.COUNTER, help, List.of(labels));
    }

    /** A gauge. */
    public static Metric gauge(String name, String help, String... labels) {
        return new Metric(name, Kind.GAUGE, help, List.of(labels));
    }

    /** A histogram; its name ends in the unit, {@code _seconds}. */
    public static Metric histogram(String name, String help, String... labels) {
        return new Metric(name, Kind.HISTOGRAM, help, List.of(labels));
    }
}
