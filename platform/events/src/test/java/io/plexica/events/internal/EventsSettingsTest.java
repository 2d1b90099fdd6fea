package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsSettingsTest {

    @Test
    void each_failure_waits_twice_as_long_as_the_one_before_up_to_ten_minutes() {
        EventsSettings settings =
                new EventsSettings(1, Duration.ofSeconds(1), Duration.ofSeconds(1), 8, Duration.ofSeconds(1), 30);

        assertThat(settings.backoffAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.backoffAfter(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.backoffAfter(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(settings.backoffAfter(100)).isEqualTo(Duration.ofMinutes(10));
    }
}
