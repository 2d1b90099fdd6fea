package io.plexica.web.internal.bounds;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of the calls to the plugin versions that are served here, in all tenants together. */
@Component(service = MetricSource.class)
public final class PluginCallMetrics implements MetricSource {

    private static final String PLUGIN = "plugin";
    private static final String VERSION = "version";

    private static final Metric CALLS =
            Metric.counter("plugin_calls_total", "Calls within plugins that have ended", PLUGIN, VERSION, "outcome");
    private static final Metric REFUSED = Metric.counter(
            "plugin_calls_refused_total",
            "Calls that found no place in a plugin, or its breaker open",
            PLUGIN,
            VERSION);
    private static final Metric LATE =
            Metric.counter("plugin_calls_timed_out_total", "Calls that were cut off", PLUGIN, VERSION);
    private static final Metric WITHIN =
            Metric.gauge("plugin_calls_in_flight", "Calls that are within plugins now", PLUGIN, VERSION);
    private static final Metric QUEUED =
            Metric.gauge("plugin_calls_queued", "Calls that wait for a place in a plugin", PLUGIN, VERSION);
    private static final Metric BREAKERS = Metric.gauge(
            "plugin_breakers_open", "Tenants in which a plugin fails so often that it is left alone", PLUGIN, VERSION);

    private final CallBoard board;

    /** Reads the accounts of this board. */
    @Activate
    public PluginCallMetrics(@Reference CallBoard board) {
        this.board = board;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(CALLS, REFUSED, LATE, WITHIN, QUEUED, BREAKERS);
    }

    @Override
    public void tell(Figures figures) {
        for (VersionCalls calls : board.versions()) {
            PluginRef plugin = calls.plugin();
            PluginCalls.Figures now = board.figures(plugin);
            String id = plugin.id();
            String version = plugin.version();
            figures.value(CALLS, now.calls() - now.errors(), id, version, "done");
            figures.value(CALLS, now.errors(), id, version, "failed");
            figures.value(REFUSED, now.rejected(), id, version);
            figures.value(LATE, now.timeouts(), id, version);
            figures.value(WITHIN, now.inFlight(), id, version);
            figures.value(QUEUED, now.queued(), id, version);
            figures.value(BREAKERS, calls.openBreakers(), id, version);
        }
    }
}
