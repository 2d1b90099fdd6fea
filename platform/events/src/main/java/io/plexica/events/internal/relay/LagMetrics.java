package io.plexica.events.internal.relay;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** How far events are behind, as the database says; every node tells the same. */
@Component
public final class LagMetrics implements MetricSource {

    private static final String PLUGIN = "plugin";

    private static final Metric WAITING =
            Metric.gauge("events_outbox_waiting", "Events that are published and not relayed");
    private static final Metric LAG =
            Metric.gauge("events_outbox_lag_seconds", "How old the oldest event is that is not relayed");
    private static final Metric PENDING =
            Metric.gauge("events_deliveries_pending", "Events on their way to a plugin", PLUGIN);
    private static final Metric DELIVERY_LAG = Metric.gauge(
            "events_delivery_lag_seconds", "How old the oldest event is that a plugin has not handled", PLUGIN);
    private static final Metric DEAD =
            Metric.gauge("events_dead_letters", "Events that a plugin failed to handle", PLUGIN);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Lag lag;

    @Override
    public List<Metric> metrics() {
        return List.of(WAITING, LAG, PENDING, DELIVERY_LAG, DEAD);
    }

    @Override
    public void tell(Figures figures) {
        Lag present = lag;
        if (present == null) {
            return;
        }
        Lag.Report report = present.look();
        figures.value(WAITING, report.waiting());
        figures.value(LAG, report.oldestSeconds());
        for (Lag.OfPlugin plugin : report.plugins()) {
            figures.value(PENDING, plugin.pending(), plugin.plugin());
            figures.value(DELIVERY_LAG, plugin.oldestSeconds(), plugin.plugin());
            figures.value(DEAD, plugin.dead(), plugin.plugin());
        }
    }
}
