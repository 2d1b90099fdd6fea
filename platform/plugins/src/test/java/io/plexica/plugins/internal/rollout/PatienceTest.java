package io.plexica.plugins.internal.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatienceTest {

    private final Patience patience = new Patience(Duration.ofMillis(600));
    private int asked;

    @Test
    void what_is_answered_late_is_an_answer() {
        assertThat(patience.<Integer>ask(() -> failing(ErrorCode.UNAVAILABLE, 1)))
                .isEqualTo(2);
    }

    @Test
    void what_is_never_answered_is_a_failure_in_the_end_and_what_is_refused_is_one_at_once() {
        assertThatThrownBy(() -> patience.ask(() -> failing(ErrorCode.UNAVAILABLE, 100)))
                .extracting("code")
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(asked).isBetween(2, 99);
        asked = 0;
        assertThatThrownBy(() -> patience.ask(() -> failing(ErrorCode.CONFLICT, 1)))
                .extracting("code")
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(asked).isEqualTo(1);
    }

    private int failing(ErrorCode code, int times) {
        asked++;
        if (asked <= times) {
            throw new PlexicaException(code, "no");
        }
        return asked;
    }
}
