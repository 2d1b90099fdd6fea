package io.plexica.web.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.Tallies;
import org.junit.jupiter.api.Test;

class TalliesTest {

    private final Tallies tallies = new Tallies(Metric.counter("cakes_eaten_total", "Cakes", "kind", "table"));

    @Test
    void what_is_more_than_there_is_room_for_counts_together() {
        for (int i = 0; i < 3_000; i++) {
            tallies.of("kind" + i, "garden").increment();
        }
        tallies.of("kind0", "garden").add(4);
        Exposition told = new Exposition();
        tallies.tell(told);

        assertThat(told.text().lines())
                .contains("cakes_eaten_total{kind=\"kind0\",table=\"garden\"} 5")
                .contains("cakes_eaten_total{kind=\"other\",table=\"other\"} 2000")
                .hasSize(2 + 1_001);
    }
}
