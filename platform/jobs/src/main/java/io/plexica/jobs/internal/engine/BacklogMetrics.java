package io.plexica.jobs.internal.engine;

import io.plexica.jobs.internal.store.Backlog;
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

/** How far jobs are behind, as the database says; every node tells the same. */
@Component
public final class BacklogMetrics implements MetricSource {

    private static final String PLUGIN = "plugin";

    private static final Metric OVERDUE =
            Metric.gauge("jobs_overdue", "Jobs that are due and that no node has taken up", PLUGIN);
    private static final Metric LAG =
            Metric.gauge("jobs_lag_seconds", "How long the first of the jobs that no node has taken up is due", PLUGIN);
    private static final Metric PAUSED = Metric.gauge("jobs_paused", "Jobs that wait until they are resumed", PLUGIN);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Backlog backlog;

    @Override
    public List<Metric> metrics() {
        return List.of(OVERDUE, LAG, PAUSED);
    }

    @Override
    public void tell(Figures figures) {
        Backlog present = backlog;
        if (present == null) {
            return;
        }
        for (Backlog.OfPlugin plugin : present.look()) {
            figures.value(OVERDUE, plugin.overdue(), plugin.plugin());
            figures.value(LAG, plugin.lagSeconds(), plugin.plugin());
            figures.value(PAUSED, plugin.paused(), plugin.plugin());
        }
    }
}
