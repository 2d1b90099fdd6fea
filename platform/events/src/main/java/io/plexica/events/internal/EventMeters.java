package io.plexica.events.internal;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.metrics.Tallies;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Counts events, by names that plugins' manifests list. One that is published is counted by the node that relays it, so that
 * all nodes together count each once. Safe for all threads.
 */
@Component(service = {EventMeters.class, MetricSource.class})
public final class EventMeters implements MetricSource {

    private static final Metric PUBLISHED =
            Metric.counter("events_published_total", "Events that were published and relayed", "event_type");
    private static final Metric CONSUMED = Metric.counter(
            "events_consumed_total", "Attempts to have a plugin handle an event", "event_type", "plugin", "outcome");

    private final Tallies published = new Tallies(PUBLISHED);
    private final Tallies consumed = new Tallies(CONSUMED);

    /** What became of an attempt. */
    public enum Outcome {
        /** The plugin has handled the event. */
        DONE("done"),
        /** It failed, and the event comes again. */
        FAILED("failed"),
        /** It failed for the last time. */
        DEAD("dead");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /** An event was relayed. */
    public void published(String name) {
        published.of(name).increment();
    }

    /** A plugin was given an event. */
    public void consumed(String name, String plugin, Outcome outcome) {
        consumed.of(name, plugin, outcome.label).increment();
    }

    @Override
    public List<Metric> metrics() {
        return List.of(PUBLISHED, CONSUMED);
    }

    @Override
    public void tell(Figures figures) {
        published.tell(figures);
        consumed.tell(figures);
    }
}
