package io.plexica.identity.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
        limit.begin("ada");
        now.addAndGet(Duration.ofSeconds(50).toNanos());
        limit.begin("ada");
        limit.begin("ada");

        assertThatThrownBy(() -> limit.begin("ada"))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.extensions()).containsEntry("retryAfter", 10L));

        now.addAndGet(Duration.ofSeconds(10).toNanos());
        limit.begin("ada");
    }

    @Test
    void manyAtOnceGetNoFurtherThanManyInARow() {
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<?>[] all = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.runAsync(() -> limit.begin("ada"))
                        .thenRun(begun::incrementAndGet)
                        .exceptionally(refused -> null))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(begun).hasValue(3);
    }
}
