package io.plexica.web.internal.metrics;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;

/** Counts the answers of one method of one route. Safe for all threads; counting makes no object. */
public final class RouteMeter {

    private final String method;
    private final String route;
    private final Statuses statuses = new Statuses();
    private final Histogram times = Histogram.ofCalls();

    RouteMeter(String method, String route) {
        this.method = method;
        this.route = route;
    }

    /** The method of HTTP. */
    public String method() {
        return method;
    }

    /** The path with its parameters as {@code {name}}. */
    public String route() {
        return route;
    }

    /** A call has been answered. */
    public void answered(int status, long nanos) {
        statuses.add(status);
        times.record(nanos);
    }

    /** Tells what it has counted; nothing of a route that nobody has called. */
    void tell(Figures figures) {
        if (!statuses.isUsed()) {
            return;
        }
        statuses.tell((status, count) -> figures.value(CallMeters.REQUESTS, count, method, route, status));
        figures.times(CallMeters.DURATION, times, method, route);
    }
}
