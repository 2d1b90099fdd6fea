package io.plexica.storage.internal;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts what the engine does. Safe for all threads. */
@Component(service = {StorageMeters.class, MetricSource.class})
public final class StorageMeters implements MetricSource {

    private static final Metric OPERATIONS =
            Metric.counter("storage_operations_total", "What the storage was asked to do", "operation", "outcome");
    private static final Metric DURATION = Metric.histogram(
            "storage_operation_duration_seconds", "How long the storage took to begin its answer", "operation");

    private final LongAdder[] done = adders();
    private final LongAdder[] failed = adders();
    private final Histogram[] times = new Histogram[Operation.values().length];

    /** Nothing has been counted. */
    public StorageMeters() {
        for (int i = 0; i < times.length; i++) {
            times[i] = Histogram.ofCalls();
        }
    }

    /** What is asked of an engine. */
    enum Operation {
        PUT,
        GET,
        HEAD,
        LIST,
        DELETE,
        LINK,
        BUCKET
    }

    /** What an engine does. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    /** Has something done, and counts it. */
    <T> T count(Operation operation, Work<T> work) throws IOException {
        long began = System.nanoTime();
        LongAdder[] outcome = failed;
        try {
            T answer = work.done();
            outcome = done;
            return answer;
        } finally {
            outcome[operation.ordinal()].increment();
            times[operation.ordinal()].record(System.nanoTime() - began);
        }
    }

    @Override
    public List<Metric> metrics() {
        return List.of(OPERATIONS, DURATION);
    }

    @Override
    public void tell(Figures figures) {
        for (Operation operation : Operation.values()) {
            String name = operation.name().toLowerCase(Locale.ROOT);
            figures.value(OPERATIONS, done[operation.ordinal()].sum(), name, "done");
            figures.value(OPERATIONS, failed[operation.ordinal()].sum(), name, "failed");
            figures.times(DURATION, times[operation.ordinal()], name);
        }
    }

    private static LongAdder[] adders() {
        LongAdder[] adders = new LongAdder[Operation.values().length];
        for (int i = 0; i < adders.length; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }
}
