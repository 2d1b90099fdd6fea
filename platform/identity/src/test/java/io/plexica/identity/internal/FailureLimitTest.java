package io.plexica.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.FailureLimit.Attempt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The window of a minute. */
class FailureLimitTest {

    private final AtomicLong now = new AtomicLong();
    private final FailureLimit limit = new FailureLimit(3, now::get);

    @Test
    void failuresAreForgottenAMinuteAfterTheFirst() {
        limit.begin("ada").end(true);
        now.addAndGet(Duration.ofSeconds(50).toNanos());
        limit.begin("ada").end(true);
        limit.begin("ada").end(true);

        assertThatThrownBy(() -> limit.begin("ada"))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.extensions()).containsEntry("retryAfter", 10L));

        now.addAndGet(Duration.ofSeconds(10).toNanos());
        limit.begin("ada").end(true);
    }

    @Test
    void manyAtOnceGetNoFurtherThanManyInARow() {
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<?>[] all = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                            Attempt attempt = limit.begin("ada");
                            begun.incrementAndGet();
                            attempt.end(true);
                        })
                        .exceptionally(refused -> null))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(begun).hasValue(3);
    }

    @Test
    void whoCouldBeOneTooManyWaitsForThoseUnderWay() throws InterruptedException {
        Attempt first = limit.begin("ada");
        limit.begin("ada");
        limit.begin("ada");
        FutureTask<Attempt> fourth = new FutureTask<>(() -> limit.begin("ada"));
        Thread waiting = new Thread(fourth);
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING && !fourth.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(fourth).isNotDone();

        first.end(false);

        assertThat(fourth).succeedsWithin(Duration.ofSeconds(4));
    }

    @Test
    void whoWaitsTooLongIsToldToTryAgain() {
        FailureLimit impatient = new FailureLimit(1, now::get, Duration.ofMillis(1));
        impatient.begin("ada");

        assertThatThrownBy(() -> impatient.begin("ada")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(e.extensions()).containsEntry("retryAfter", 1L);
        });
    }
}
