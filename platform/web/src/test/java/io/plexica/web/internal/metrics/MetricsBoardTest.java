package io.plexica.web.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsBoardTest {

    private final MetricsBoard board = new MetricsBoard();

    private record Source(Metric metric, Telling telling) implements MetricSource {

        interface Telling {
            double now() throws Exception;
        }

        @Override
        public List<Metric> metrics() {
            return List.of(metric);
        }

        @Override
        public void tell(Figures figures) throws Exception {
            figures.value(metric, telling.now());
        }
    }

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void one_that_hangs_or_fails_keeps_none_of_the_others_away() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        board.addSource(new Source(Metric.gauge("a_good_one", "Well"), () -> 7));
        board.addSource(new Source(Metric.gauge("a_bad_one", "Broken"), () -> {
            throw new IllegalStateException("broken");
        }));
        board.addSource(new Source(Metric.gauge("a_slow_one", "Hangs"), () -> {
            asked.incrementAndGet();
            release.await();
            return 1;
        }));

        for (int i = 0; i < 2; i++) {
            assertThat(board.look().lines())
                    .contains("a_good_one 7", "# TYPE a_bad_one gauge", "# TYPE a_slow_one gauge")
                    .contains("metric_sources_missing 2")
                    .doesNotContain("a_slow_one 1");
        }
        assertThat(asked).hasValue(1);
        release.countDown();
    }

    @Test
    void the_process_tells_of_itself() {
        board.addSource(new JvmMetrics());

        assertThat(board.look().lines())
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"} "))
                .anyMatch(line -> line.startsWith("process_cpu_seconds_total "))
                .contains("metric_sources_missing 0");
    }
}
