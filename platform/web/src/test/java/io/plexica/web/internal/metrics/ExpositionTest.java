package io.plexica.web.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    private static final Metric EATEN = Metric.counter("cakes_eaten_total", "Cakes that are gone", "kind");
    private static final Metric LEFT = Metric.gauge("cakes_left", "Cakes on the table");
    private static final Metric BAKING = Metric.histogram("baking_seconds", "How long cakes take", "kind");

    private final Exposition told = new Exposition();

    @Test
    void figures_stand_below_what_they_mean_and_those_without_values_are_shown_too() {
        told.show(LEFT);
        told.value(EATEN, 3, "plum");
        told.value(EATEN, 1.5, "a \"good\"\\\none");

        assertThat(told.text()).isEqualTo("""
                # HELP cakes_eaten_total Cakes that are gone
                # TYPE cakes_eaten_total counter
                cakes_eaten_total{kind="plum"} 3
                cakes_eaten_total{kind="a \\"good\\"\\\\\\none"} 1.5
                # HELP cakes_left Cakes on the table
                # TYPE cakes_left gauge
                """);
    }

    @Test
    void times_are_counted_with_all_that_are_shorter() {
        Histogram times = Histogram.ofCalls();
        times.record(Duration.ofMillis(10).toNanos());
        times.record(Duration.ofMillis(70).toNanos());
        times.record(Duration.ofSeconds(8).toNanos());
        told.times(BAKING, times, "plum");

        assertThat(told.text().lines().skip(2))
                .containsExactly(
                        "baking_seconds_bucket{kind=\"plum\",le=\"0.01\"} 1",
                        "baking_seconds_bucket{kind=\"plum\",le=\"0.05\"} 1",
                        "baking_seconds_bucket{kind=\"plum\",le=\"0.1\"} 2",
                        "baking_seconds_bucket{kind=\"plum\",le=\"0.5\"} 2",
                        "baking_seconds_bucket{kind=\"plum\",le=\"1\"} 2",
                        "baking_seconds_bucket{kind=\"plum\",le=\"2\"} 2",
                        "baking_seconds_bucket{kind=\"plum\",le=\"5\"} 2",
                        "baking_seconds_bucket{kind=\"plum\",le=\"+Inf\"} 3",
                        "baking_seconds_sum{kind=\"plum\"} 8.08",
                        "baking_seconds_count{kind=\"plum\"} 3");
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> told.value(EATEN, 1)).hasMessageContaining("kind");
        told.value(LEFT, 1);
        assertThatThrownBy(() -> told.show(Metric.gauge("cakes_left", "Others", "kind")))
                .hasMessageContaining("two things");
        assertThatThrownBy(() -> Metric.counter("cakes", "Cakes")).hasMessageContaining("cakes");
        assertThatThrownBy(() -> Metric.gauge("Cakes", "Cakes")).hasMessageContaining("Cakes");
    }
}
