package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a dead server is asked. */
class BreakerTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final Breaker breaker = new Breaker(now::get);

    @Test
    void afterThreeFailuresOneCallASecondGoesThrough() {
        fail(3);
        refused();

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        breaker.enter();
        refused();
        breaker.failed();
        refused();

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        breaker.enter();
        breaker.succeeded();
        breaker.enter();
        breaker.succeeded();
    }

    @Test
    void aSuccessBetweenForgetsFailures() {
        fail(2);
        breaker.enter();
        breaker.succeeded();
        fail(2);

        breaker.enter();
        breaker.succeeded();
    }

    @Test
    void onlySoManyCallsRunAtOnce() {
        for (int i = 0; i < 32; i++) {
            breaker.enter();
        }
        refused();
        breaker.succeeded();
        breaker.enter();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.enter();
            breaker.failed();
        }
    }

    private void refused() {
        assertThatThrownBy(breaker::enter)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
