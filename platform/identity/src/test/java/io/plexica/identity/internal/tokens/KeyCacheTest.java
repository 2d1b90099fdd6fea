package io.plexica.identity.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Callers who need a key from a server that does not answer. */
class KeyCacheTest {

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean troubled;
    private final KeyCache cache = new KeyCache(
            () -> {
                fetches.incrementAndGet();
                return new CompletableFuture<>();
            },
            () -> troubled,
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            System::nanoTime);

    @Test
    void theFirstWaitsLessThanASecondAndLaterOnesNotAtAll() {
        assertThat(waiting()).isLessThan(Duration.ofSeconds(1));
        assertThat(waiting()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void manyAtOnceWaitTogether() {
        long begin = System.nanoTime();
        CompletableFuture<?>[] all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(this::waiting, Runnable::run))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(fetches).hasValue(1);
    }

    @Test
    void whileTheServerIsKnownToBeInTroubleEvenTheFirstHardlyWaits() {
        troubled = true;

        assertThat(waiting()).isLessThan(Duration.ofMillis(500));
    }

    private Duration waiting() {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> cache.find("any"))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
