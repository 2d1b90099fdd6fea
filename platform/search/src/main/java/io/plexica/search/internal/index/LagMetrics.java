package io.plexica.search.internal.index;

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

/** How far the engine is behind, as the database says; every node tells the same. */
@Component
public final class LagMetrics implements MetricSource {

    private static final Metric WAITING =
            Metric.gauge("search_changes_waiting", "Changes that the engine has yet to be told");
    private static final Metric LAG =
            Metric.gauge("search_lag_seconds", "How old the oldest change is that the engine has yet to be told");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ChangeDelivery courier;

    @Override
    public List<Metric> metrics() {
        return List.of(WAITING, LAG);
    }

    @Override
    public void tell(Figures figures) {
        ChangeDelivery present = courier;
        if (present == null) {
            return;
        }
        PendingChanges.Waiting waiting = present.changes().waiting();
        figures.value(WAITING, waiting.count());
        figures.value(LAG, waiting.age().toSeconds());
    }
}
