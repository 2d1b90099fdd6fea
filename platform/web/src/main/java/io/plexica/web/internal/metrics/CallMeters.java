package io.plexica.web.internal.metrics;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/**
 * Counts calls by the methods that answer them, never by the paths that callers think of: those that lead nowhere count
 * together. A route is the same for all versions of its plugin, and stays known when that goes. Safe for all threads.
 */
@Component(service = {CallMeters.class, MetricSource.class})
public final class CallMeters implements MetricSource {

    static final Metric REQUESTS =
            Metric.counter("http_requests_total", "Calls of the API that were answered", "method", "route", "status");
    static final Metric DURATION =
            Metric.histogram("http_request_duration_seconds", "How long calls of the API took", "method", "route");
    private static final Metric REFUSED =
            Metric.counter("rate_limit_refusals_total", "Calls that were refused since there were too many of them");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String OTHER_METHOD = "other";

    /** In place of a route where none was found. */
    private static final String UNMATCHED = "unmatched";

    /** In place of a route when there are too many. */
    private static final String OTHERS = "other";

    private static final int MOST_ROUTES = 2_000;

    private final Map<Key, RouteMeter> meters = new ConcurrentHashMap<>();
    private final Map<String, RouteMeter> unmatched = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    private record Key(String method, String route) {}

    /**
     * What counts the calls of a route; kept by whoever serves it.
     *
     * @param method the method of HTTP
     * @param route the path with its parameters as {@code {name}}
     */
    public RouteMeter of(String method, String route) {
        Key key = new Key(nameOf(method), route);
        RouteMeter known = meters.get(key);
        if (known != null) {
            return known;
        }
        Key kept = meters.size() < MOST_ROUTES ? key : new Key(key.method(), OTHERS);
        return meters.computeIfAbsent(kept, fresh -> new RouteMeter(fresh.method(), fresh.route()));
    }

    /** What counts the calls that lead nowhere. */
    public RouteMeter unmatched(String method) {
        RouteMeter known = unmatched.get(method);
        return known != null
                ? known
                : unmatched.computeIfAbsent(nameOf(method), name -> new RouteMeter(name, UNMATCHED));
    }

    /** A call was one too many. */
    public void refused() {
        refused.increment();
    }

    @Override
    public List<Metric> metrics() {
        return List.of(REQUESTS, DURATION, REFUSED);
    }

    @Override
    public void tell(Figures figures) {
        meters.values().forEach(meter -> meter.tell(figures));
        unmatched.values().forEach(meter -> meter.tell(figures));
        figures.value(REFUSED, refused.sum());
    }

    private static String nameOf(String method) {
        return METHODS.contains(method) ? method : OTHER_METHOD;
    }
}
