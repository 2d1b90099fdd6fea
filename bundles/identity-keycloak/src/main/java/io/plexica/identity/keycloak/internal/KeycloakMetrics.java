package io.plexica.identity.keycloak.internal;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** How Keycloak answers. Safe for all threads. */
final class KeycloakMetrics {

    private static final Metric CALLS =
            Metric.counter("identity_requests_total", "Calls to the identity server", "outcome");
    private static final Metric DURATION =
            Metric.histogram("identity_request_duration_seconds", "How long calls to the identity server took");
    private static final Metric BREAKER =
            Metric.gauge("identity_breaker_open", "1 while the identity server is left alone since it does not answer");

    private final LongAdder answered = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final Histogram times = Histogram.ofCalls();
    private final BooleanSupplier leftAlone;

    KeycloakMetrics(BooleanSupplier leftAlone) {
        this.leftAlone = leftAlone;
    }

    void called(boolean answer, long nanos) {
        (answer ? answered : unanswered).increment();
        times.record(nanos);
    }

    List<Metric> metrics() {
        return List.of(CALLS, DURATION, BREAKER);
    }

    void tell(Figures figures) {
        figures.value(CALLS, answered.sum(), "answered");
        figures.value(CALLS, unanswered.sum(), "unanswered");
        figures.times(DURATION, times);
        figures.value(BREAKER, leftAlone.getAsBoolean() ? 1 : 0);
    }
}
