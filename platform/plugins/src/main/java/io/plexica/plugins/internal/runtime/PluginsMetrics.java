package io.plexica.plugins.internal.runtime;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** How many plugins run on this node, and how many do not although they should. */
@Component
public final class PluginsMetrics implements MetricSource {

    private static final Metric ACTIVE = Metric.gauge("active_plugins", "Plugins of which a version runs on this node");
    private static final Metric VERSIONS =
            Metric.gauge("active_plugin_versions", "Plugin versions that run on this node");
    private static final Metric BROKEN =
            Metric.gauge("broken_plugin_versions", "Plugin versions that should run on this node and do not");
    private static final Metric LEAKED =
            Metric.gauge("leaked_plugin_versions", "Plugin versions that are gone and still held in memory");

    private static final Metric HUNG = Metric.gauge(
            "plugin_hung_threads",
            "Threads that do not end although their call, handler, job or stop was cut off",
            "plugin",
            "version");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Convergence convergence;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable HarmWatch harm;

    @Override
    public List<Metric> metrics() {
        return List.of(ACTIVE, VERSIONS, BROKEN, LEAKED, HUNG);
    }

    @Override
    public void tell(Figures figures) {
        Convergence present = convergence;
        if (present == null) {
            return;
        }
        List<PluginRef> running = present.registry().allRunning().stream()
                .map(plugin -> plugin.candidate().ref())
                .toList();
        figures.value(ACTIVE, running.stream().map(PluginRef::id).distinct().count());
        figures.value(VERSIONS, running.size());
        figures.value(BROKEN, present.registry().problems().size());
        figures.value(LEAKED, present.leaks().size());
        HarmWatch watch = harm;
        if (watch != null) {
            running.forEach(ref -> figures.value(HUNG, watch.hungThreads(ref), ref.id(), ref.version()));
        }
    }
}
