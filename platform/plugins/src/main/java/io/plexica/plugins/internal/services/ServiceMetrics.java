package io.plexica.plugins.internal.services;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of the calls to plugins' services on this node, by provider, in all tenants and for all callers together. */
@Component(service = MetricSource.class)
public final class ServiceMetrics implements MetricSource {

    private static final String PLUGIN = "plugin";
    private static final String VERSION = "version";

    private static final Metric CALLS = Metric.counter(
            "plugin_service_calls_total", "Calls of a plugin's services that have ended", PLUGIN, VERSION, "outcome");
    private static final Metric REFUSED = Metric.counter(
            "plugin_service_calls_refused_total",
            "Calls that found no place at a plugin's services, or their breaker open",
            PLUGIN,
            VERSION);
    private static final Metric WITHIN = Metric.gauge(
            "plugin_service_calls_in_flight", "Calls that are within a plugin's services now", PLUGIN, VERSION);
    private static final Metric QUEUED = Metric.gauge(
            "plugin_service_calls_queued", "Calls that wait for a place at a plugin's services", PLUGIN, VERSION);
    private static final Metric BREAKERS = Metric.gauge(
            "plugin_service_breakers_open",
            "Tenants in which a plugin's services fail so often that they are left alone",
            PLUGIN,
            VERSION);

    private final ServiceCalls calls;

    /** Reads these accounts. */
    @Activate
    public ServiceMetrics(@Reference ServiceCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(CALLS, REFUSED, WITHIN, QUEUED, BREAKERS);
    }

    @Override
    public void tell(Figures figures) {
        byPlugin(calls.accounts(), account -> account.key().provider()).forEach((plugin, accounts) -> {
            List<ServiceFigures> all =
                    accounts.stream().map(ServiceAccount::figures).toList();
            long failed = sum(all, ServiceFigures::errors);
            figures.value(CALLS, sum(all, ServiceFigures::calls) - failed, plugin.id(), plugin.version(), "done");
            figures.value(CALLS, failed, plugin.id(), plugin.version(), "failed");
            figures.value(REFUSED, sum(all, ServiceFigures::refused), plugin.id(), plugin.version());
        });
        byPlugin(calls.providers(), ProviderAccount::provider).forEach((plugin, all) -> {
            figures.value(WITHIN, sum(all, ProviderAccount::inFlight), plugin.id(), plugin.version());
            figures.value(QUEUED, sum(all, ProviderAccount::queued), plugin.id(), plugin.version());
            figures.value(
                    BREAKERS,
                    sum(all, provider -> provider.breaker() == BreakerState.OPEN ? 1 : 0),
                    plugin.id(),
                    plugin.version());
        });
    }

    private static <T> Map<PluginRef, List<T>> byPlugin(Collection<T> all, Function<T, PluginRef> plugin) {
        return all.stream().collect(Collectors.groupingBy(plugin));
    }

    private static <T> long sum(List<T> all, ToLongFunction<T> figure) {
        return all.stream().mapToLong(figure).sum();
    }
}
