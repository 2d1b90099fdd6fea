package io.plexica.web.internal.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void shares_are_read_off_to_an_eighth() {
        for (int millis = 1; millis <= 1000; millis++) {
            latencies.add(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        assertThat(share(0.50)).isCloseTo(500, within(500 / 8.0));
        assertThat(share(0.95)).isCloseTo(950, within(950 / 8.0));
        assertThat(share(0.99)).isCloseTo(990, within(990 / 8.0));
    }

    @Test
    void very_short_and_very_long_calls_find_a_bucket() {
        assertThat(share(0.5)).isZero();
        latencies.add(0);
        assertThat(share(0.5)).isLessThan(0.1);
        latencies.add(TimeUnit.DAYS.toNanos(1));
        assertThat(share(0.99)).isGreaterThan(60_000);
    }

    @Test
    void buckets_follow_each_other_without_a_gap() {
        int before = 0;
        for (long micros = 0; micros < 1_000_000; micros += 16) {
            int bucket = Latencies.bucket(micros);
            assertThat(bucket).isBetween(before, before + 1);
            before = bucket;
        }
    }

    @Test
    void what_was_long_ago_counts_less() {
        for (int i = 0; i < 100; i++) {
            latencies.add(TimeUnit.SECONDS.toNanos(1));
        }
        for (int i = 0; i < 3; i++) {
            latencies.fade();
        }
        for (int i = 0; i < 100; i++) {
            latencies.add(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(share(0.50)).isLessThan(2);
    }

    private double share(double share) {
        long[] sum = Latencies.nothing();
        latencies.addTo(sum);
        return Latencies.millis(sum, share);
    }
}
