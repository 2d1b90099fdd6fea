package io.plexica.web.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.limits.Bucket;
import io.plexica.spi.limits.RateLimiter.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalLimiterTest {

    private static final Bucket ANN = new Bucket("acme", "ann", "crm GET /contacts");

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final LocalLimiter limiter = new LocalLimiter(clock::get);

    @Test
    void a_window_begins_with_the_first_call_and_lasts_a_minute() {
        assertThat(take(ANN)).isEqualTo(new Count(1, 60_000));
        pass(59_999);
        assertThat(take(ANN)).isEqualTo(new Count(2, 1));
        pass(1);
        assertThat(take(ANN)).isEqualTo(new Count(1, 60_000));
    }

    @Test
    void tenants_callers_and_routes_have_buckets_of_their_own() {
        take(ANN);
        assertThat(take(new Bucket("globex", "ann", ANN.route())).taken()).isEqualTo(1);
        assertThat(take(new Bucket(null, "ann", ANN.route())).taken()).isEqualTo(1);
        assertThat(take(new Bucket("acme", "bob", ANN.route())).taken()).isEqualTo(1);
        assertThat(take(new Bucket("acme", "ann", "crm POST /contacts")).taken())
                .isEqualTo(1);
        assertThat(take(ANN).taken()).isEqualTo(2);
    }

    @Test
    void threads_that_count_together_miss_no_call_and_count_none_twice() throws Exception {
        int threads = 8;
        int each = 5_000;
        Set<Long> seen = new ConcurrentSkipListSet<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            ends.add(pool.submit(() -> {
                for (int call = 0; call < each; call++) {
                    seen.add(take(ANN).taken());
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        pool.shutdown();
        assertThat(seen).hasSize(threads * each).contains(1L, (long) threads * each);
    }

    @Test
    void idle_buckets_are_dropped_and_there_are_never_too_many() {
        for (int i = 0; i < LocalLimiter.MOST_BUCKETS + 10_000; i++) {
            take(new Bucket(null, "address " + i, "core POST /auth/login"));
        }
        assertThat(limiter.size()).isLessThanOrEqualTo(LocalLimiter.MOST_BUCKETS);
        pass(60_000);
        for (int some = 0; some <= LocalLimiter.MOST_BUCKETS / 1_000; some++) {
            limiter.size();
        }
        assertThat(limiter.size()).isZero();
    }

    private Count take(Bucket bucket) {
        return limiter.take(bucket).orElseThrow();
    }

    private void pass(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
