package io.plexica.identity.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One user's sign-ins in turn. */
class SignInQueueTest {

    private final SignInQueue turns = new SignInQueue();
    private final AtomicInteger inside = new AtomicInteger();

    @Test
    void noTwoAreInsideAtOnce() {
        List<CompletableFuture<Integer>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> turns.take("ada", () -> {
                            int together = inside.incrementAndGet();
                            Thread.yield();
                            inside.decrementAndGet();
                            return together;
                        }),
                        work -> new Thread(work).start()))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join)).containsOnly(1);
    }

    @Test
    void anotherUserNeedNotWait() throws InterruptedException {
        CountDownLatch met = new CountDownLatch(2);
        Thread other = new Thread(() -> turns.take("b", () -> meet(met)));
        other.start();

        assertThat(turns.take("a", () -> meet(met))).isTrue();
        other.join();
    }

    @Test
    void aStrangerWhoseNameHashesAlikeKeepsNobodyWaiting() throws InterruptedException {
        assertThat("acme\nBB".hashCode()).isEqualTo("acme\nAa".hashCode());
        CountDownLatch met = new CountDownLatch(2);
        Thread other = new Thread(() -> turns.take("acme\nBB", () -> meet(met)));
        other.start();

        assertThat(turns.take("acme\nAa", () -> meet(met))).isTrue();
        other.join();
        assertThat(turns.size()).as("nobody is signing in any more").isZero();
    }

    @Test
    void whoWaitsTooLongIsToldToTryAgain() {
        SignInQueue impatient = new SignInQueue(Duration.ofMillis(1));

        Throwable refused = impatient.take(
                "ada",
                () -> CompletableFuture.supplyAsync(
                                () -> impatient.take("ada", () -> "in"), work -> new Thread(work).start())
                        .handle((in, failure) -> failure.getCause())
                        .join());

        assertThat(refused).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(e.extensions()).containsEntry("retryAfter", 1L);
        });
        assertThat(impatient.size()).isZero();
    }

    @Test
    void whatIsThrownEndsTheTurn() {
        assertThatThrownBy(() -> turns.take("ada", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(CompletableFuture.supplyAsync(() -> turns.take("ada", () -> "next"))
                        .join())
                .isEqualTo("next");
    }

    private static boolean meet(CountDownLatch met) {
        met.countDown();
        try {
            return met.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
