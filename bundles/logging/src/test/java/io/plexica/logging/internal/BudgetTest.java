package io.plexica.logging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long RATE = 1_000;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long NOW = Long.MAX_VALUE - 5 * SECOND;

    private final Budget budget = new Budget(NOW);

    @Test
    void what_was_saved_up_may_be_written_at_once_and_no_more() {
        assertThat(taken(100, 500, NOW)).isEqualTo(200);
        assertThat(budget.refused()).isEqualTo(300);
    }

    @Test
    void afterwards_it_is_so_much_per_second() {
        taken(100, 500, NOW);

        assertThat(taken(100, 50, NOW + SECOND)).isEqualTo(10);
        assertThat(taken(100, 50, NOW + 3 * SECOND)).isEqualTo(20);
    }

    @Test
    void silence_saves_up_for_so_long_only() {
        taken(100, 500, NOW);

        assertThat(taken(100, 500, NOW + 3_600 * SECOND)).isEqualTo(200);
    }

    @Test
    void a_line_that_is_larger_than_all_that_can_be_saved_up_is_never_written_and_costs_nothing() {
        assertThat(budget.take(30_000, RATE, NOW)).isFalse();
        assertThat(budget.take(Long.MAX_VALUE, RATE, NOW)).isFalse();
        assertThat(budget.take(20_000, RATE, NOW)).isTrue();
    }

    private int taken(int bytes, int times, long now) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += budget.take(bytes, RATE, now) ? 1 : 0;
        }
        return taken;
    }
}
