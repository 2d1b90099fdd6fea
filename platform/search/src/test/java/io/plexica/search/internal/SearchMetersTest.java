package io.plexica.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchMetersTest {

    private final SearchMeters meters = new SearchMeters();

    @Test
    void searches_and_documents_count_by_what_became_of_them() throws IOException {
        assertThat(meters.count("crm", () -> 7)).isEqualTo(7);
        assertThatThrownBy(() -> meters.count("crm", () -> {
                    throw new IOException("away");
                }))
                .hasMessage("away");
        meters.told(5, 2);
        meters.failed(4);

        assertThat(told())
                .containsEntry("search_queries_total crm done", 1.0)
                .containsEntry("search_queries_total crm failed", 1.0)
                .containsEntry("search_query_duration_seconds ", 2.0)
                .containsEntry("search_documents_total done", 3.0)
                .containsEntry("search_documents_total refused", 2.0)
                .containsEntry("search_documents_total failed", 4.0);
    }

    private Map<String, Double> told() {
        Map<String, Double> told = new TreeMap<>();
        meters.tell(new Figures() {
            @Override
            public void value(Metric metric, double value, String... labels) {
                told.put(metric.name() + " " + String.join(" ", labels), value);
            }

            @Override
            public void times(Metric metric, Histogram times, String... labels) {
                long count = times.snapshot().counts().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                told.put(metric.name() + " " + String.join(" ", labels), (double) count);
            }
        });
        return told;
    }
}
