package io.plexica.identity.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who is refused right after getting in is not taken for somebody who guesses. */
class SignInRetryTest {

    private static final List<Duration> AT_ONCE = List.of(Duration.ZERO, Duration.ZERO);

    private final AtomicLong now = new AtomicLong();
    private final SignInRetry tries = new SignInRetry(now::get, AT_ONCE);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aRefusalRightAfterASuccessIsTriedAgain() {
        assertThat(tries.take("ada", () -> refusedAtFirst(0))).isEqualTo(1);

        assertThat(tries.take("ada", () -> refusedAtFirst(3))).isEqualTo(4);
    }

    @Test
    void aWrongPasswordIsRefusedInTheEnd() {
        tries.take("ada", () -> refusedAtFirst(0));

        assertThatThrownBy(() -> tries.take("ada", () -> refusedAtFirst(99)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
        assertThat(asked).hasValue(1 + 3);
    }

    @Test
    void whoDidNotGetInIsAskedForOnce() {
        assertThatThrownBy(() -> tries.take("ada", () -> refusedAtFirst(99))).isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> tries.take("ada", () -> refusedAtFirst(99))).isInstanceOf(PlexicaException.class);

        assertThat(asked).hasValue(2);
    }

    @Test
    void anotherUsersSuccessAndOneOfLongAgoDoNotCount() {
        tries.take("ada", () -> refusedAtFirst(0));
        assertThatThrownBy(() -> tries.take("bob", () -> refusedAtFirst(99))).isInstanceOf(PlexicaException.class);
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThatThrownBy(() -> tries.take("ada", () -> refusedAtFirst(99))).isInstanceOf(PlexicaException.class);

        assertThat(asked).hasValue(3);
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        tries.take("ada", () -> refusedAtFirst(0));

        assertThatThrownBy(() -> tries.take("ada", () -> {
                    asked.incrementAndGet();
                    throw new PlexicaException(ErrorCode.UNAVAILABLE, "The identity server does not answer");
                }))
                .isInstanceOf(PlexicaException.class);
        assertThat(asked).hasValue(2);
    }

    private int refusedAtFirst(int times) {
        int calls = asked.incrementAndGet();
        if (calls <= times) {
            throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Wrong user name or password");
        }
        return calls;
    }
}
