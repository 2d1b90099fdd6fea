package io.plexica.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.jobs.internal.JobsSettings.Values;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobsSettingsTest {

    @Test
    void waits_double_with_every_failure_up_to_an_hour() {
        JobsSettings settings = settings(8, "UTC");

        assertThat(settings.backoffAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.backoffAfter(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.backoffAfter(4)).isEqualTo(Duration.ofMinutes(4));
        assertThat(settings.backoffAfter(90)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_plugin_has_a_quarter_of_the_threads_and_at_least_one() {
        assertThat(settings(8, "UTC").share()).isEqualTo(2);
        assertThat(settings(1, "UTC").share()).isEqualTo(1);
    }

    @Test
    void a_time_zone_that_there_is_not_is_named() {
        assertThat(settings(8, "Europe/Rome").zone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThatThrownBy(() -> settings(8, "Mars/One")).hasMessageContaining("PLEXICA_JOBS_TIME_ZONE is 'Mars/One'");
    }

    private static JobsSettings settings(int threads, String zone) {
        return new JobsSettings(new Values(
                threads,
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                5,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                zone,
                30));
    }
}
