package io.plexica.spi.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the figures of one source at one scrape. Used by one thread. */
@ProviderType
public interface Figures {

    /**
     * A value of a counter or gauge.
     *
     * @param labels the values of the metric's labels, in their order
     */
    void value(Metric metric, double value, String... labels);

    /** The same for a whole number. */
    default void value(Metric metric, long value, String... labels) {
        value(metric, (double) value, labels);
    }

    /**
     * The times of a histogram.
     *
     * @param labels the values of the metric's labels, in their order
     */
    void times(Metric metric, Histogram times, String... labels);
}
