package io.plexica.web.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowReaderEvictionTest {

    private static final Map<String, Long> WAITING = Map.of("quick", 0L, "slow", 10L, "slower", 30L, "asleep", 60L);

    @Test
    void nobody_goes_while_there_is_room() {
        assertThat(goingAt(100)).isEmpty();
    }

    @Test
    void who_keeps_the_most_waiting_goes_first_and_no_more_than_must() {
        assertThat(goingAt(99)).containsExactly("asleep");
        assertThat(goingAt(39)).containsExactly("asleep", "slower");
        assertThat(goingAt(0)).containsExactly("asleep", "slower", "slow");
    }

    private static List<String> goingAt(long most) {
        return SlowReaderEviction.of(WAITING.keySet(), WAITING::get, most);
    }
}
