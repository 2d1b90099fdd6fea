package io.plexica.identity.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Callers who need a key from a server that does not answer; time passes only while one of them waits. */
class KeyCacheTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final List<Duration> waits = new ArrayList<>();
    private int fetches;
    private long now;
    private boolean troubled;
    private final KeyCache cache = new KeyCache(
            () -> {
                fetches++;
                return new Silence<>();
            },
            () -> troubled,
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            () -> now);

    @Test
    void theFirstWaitsLessThanASecondAndLaterOnesNotAtAll() {
        refused();
        refused();
        refused();

        assertThat(waits.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(999));
        assertThat(waits.subList(1, waits.size())).containsExactly(NOT_AT_ALL, NOT_AT_ALL);
        assertThat(fetches).isOne();
    }

    @Test
    void whoComesWhileAnotherWaitsHasOnlyTheRestOfTheTime() {
        Duration late = Duration.ofMillis(300);
        refused();
        Duration whole = waits.get(0);
        now = late.toNanos();
        refused();

        assertThat(waits.get(1)).isEqualTo(whole.minus(late));
        assertThat(fetches).isOne();
    }

    @Test
    void whileTheServerIsKnownToBeInTroubleEvenTheFirstHardlyWaits() {
        troubled = true;
        refused();

        assertThat(waits.get(0)).isLessThan(Duration.ofMillis(500));
    }

    private void refused() {
        assertThatThrownBy(() -> cache.find("any"))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    /** An answer that never comes. */
    private final class Silence<T> extends CompletableFuture<T> {

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new Silence<>();
        }

        @Override
        public T get(long timeout, TimeUnit unit) throws TimeoutException {
            Duration wait = Duration.of(timeout, unit.toChronoUnit());
            waits.add(wait);
            now += wait.toNanos();
            throw new TimeoutException();
        }
    }
}
