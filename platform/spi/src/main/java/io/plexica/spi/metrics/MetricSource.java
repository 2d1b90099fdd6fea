package io.plexica.spi.metrics;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells the figures of one part of the platform. Register it as a service. Asked at every scrape, on a worker thread, by one
 * thread at a time; one that has not answered within two seconds is left out of that scrape and not asked again before it
 * has come back.
 *
 * <p>What is counted while calls pass is counted in a {@link Histogram} or a {@link java.util.concurrent.atomic.LongAdder}
 * that its room holds: counting takes no look-up, no lock and no memory, whether anybody scrapes or not.
 */
@ConsumerType
public interface MetricSource {

    /** What it tells of. Always the same, so that a figure is known before it has a value. */
    List<Metric> metrics();

    /** Tells the values of now. What it throws leaves out those that it has not told. */
    void tell(Figures figures) throws Exception;
}
