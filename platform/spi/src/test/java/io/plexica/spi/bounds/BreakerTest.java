package io.plexica.spi.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.plugins.PluginCalls.BreakerState;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final BoundSettings SETTINGS = BoundSettings.STANDARD;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Breaker breaker = new Breaker();
    private long now = -3 * SECOND;

    @Test
    void few_failures_are_no_reason() {
        for (int i = 0; i < 19; i++) {
            assertThat(call(true)).isFalse();
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.admits(now, SETTINGS)).isTrue();
    }

    @Test
    void half_of_twenty_calls_open_it() {
        for (int i = 0; i < 10; i++) {
            call(false);
        }
        for (int i = 0; i < 9; i++) {
            assertThat(call(true)).isFalse();
        }
        assertThat(call(true)).isTrue();
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.admits(now, SETTINGS)).isFalse();
        assertThat(breaker.secondsLeft(now, SETTINGS)).isEqualTo(5);
    }

    @Test
    void failures_of_long_ago_are_forgotten() {
        for (int i = 0; i < 19; i++) {
            call(true);
        }
        now += 11 * SECOND;
        assertThat(call(true)).isFalse();
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void after_the_pause_one_call_finds_out_whether_all_is_well() {
        open();
        now += 5 * SECOND;
        assertThat(breaker.admits(now, SETTINGS)).isTrue();
        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
        assertThat(breaker.admits(now, SETTINGS)).isFalse();

        call(false);

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.admits(now, SETTINGS)).isTrue();
        assertThat(call(true)).isFalse();
    }

    @Test
    void after_a_probe_that_fails_the_pause_begins_anew() {
        open();
        now += 5 * SECOND;
        breaker.admits(now, SETTINGS);

        assertThat(call(true)).isTrue();
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        now += 4 * SECOND;
        assertThat(breaker.admits(now, SETTINGS)).isFalse();
        now += SECOND;
        assertThat(breaker.admits(now, SETTINGS)).isTrue();
    }

    @Test
    void a_probe_that_never_reached_the_plugin_says_nothing() {
        open();
        now += 5 * SECOND;
        breaker.admits(now, SETTINGS);
        breaker.unused(now);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void calls_that_end_while_it_is_open_change_nothing() {
        open();
        assertThat(call(false)).isFalse();
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    private void open() {
        for (int i = 0; i < 20; i++) {
            call(true);
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    private boolean call(boolean failed) {
        return breaker.ended(now, failed, SETTINGS);
    }
}
