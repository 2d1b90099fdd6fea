package io.plexica.search.internal;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.metrics.Tallies;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts what the engine is asked and told. Safe for all threads. */
@Component(service = {SearchMeters.class, MetricSource.class})
public final class SearchMeters implements MetricSource {

    private static final Metric QUERIES =
            Metric.counter("search_queries_total", "Searches that the engine was asked for", "plugin", "outcome");
    private static final Metric DURATION =
            Metric.histogram("search_query_duration_seconds", "How long the engine took to answer a search");
    private static final Metric DOCUMENTS =
            Metric.counter("search_documents_total", "Changes of documents that the engine was told of", "outcome");

    private final Tallies queries = new Tallies(QUERIES);
    private final Histogram times = Histogram.ofQueries();
    private final LongAdder told = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** Something asked of the engine. */
    @FunctionalInterface
    public interface Question<T> {

        /** Asks it. */
        T ask() throws IOException;
    }

    /** Asks the engine for a search of a plugin's, and counts it. */
    public <T> T count(String plugin, Question<T> search) throws IOException {
        long begun = System.nanoTime();
        String outcome = "failed";
        try {
            T answer = search.ask();
            outcome = "done";
            return answer;
        } finally {
            queries.of(plugin, outcome).increment();
            times.record(System.nanoTime() - begun);
        }
    }

    /** The engine was told of some documents, of which it took all but a few. */
    public void told(int all, int notTaken) {
        told.add(all - notTaken);
        refused.add(notTaken);
    }

    /** The engine could not be told of some documents, which is tried again or rolled back. */
    public void failed(int all) {
        failed.add(all);
    }

    @Override
    public List<Metric> metrics() {
        return List.of(QUERIES, DURATION, DOCUMENTS);
    }

    @Override
    public void tell(Figures figures) {
        queries.tell(figures);
        figures.times(DURATION, times);
        figures.value(DOCUMENTS, told.sum(), "done");
        figures.value(DOCUMENTS, refused.sum(), "refused");
        figures.value(DOCUMENTS, failed.sum(), "failed");
    }
}
