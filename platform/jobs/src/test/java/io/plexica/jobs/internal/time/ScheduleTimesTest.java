package io.plexica.jobs.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleTimesTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest
    @ValueSource(
            strings = {"0 3 * * *", "*/15 * * * *", "30 9 1 * *", "0 8 * * 1-5", " 0 3 * * * ", "PT1S", "PT15M", "P366D"
            })
    void these_are_times_of_jobs(String schedule) {
        assertThat(ScheduleTimes.problem(schedule)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "0 3 * *",
                "0 0 3 * * *",
                "61 * * * *",
                "* * * * * * *",
                "-",
                "PT0S",
                "PT0.5S",
                "PT-5M",
                "P1M",
                "P367D",
                "PT",
                "@daily"
            })
    void these_are_none_and_it_is_said_what_would_be(String schedule) {
        assertThat(ScheduleTimes.problem(schedule))
                .isEqualTo("'" + schedule + "' is no time of a job: say a cron expression of five fields (minute, hour,"
                        + " day of month, month, day of week), such as '0 3 * * *', or an ISO 8601 interval from PT1S to"
                        + " P366D, such as 'PT15M'");
    }

    @Test
    void a_day_that_no_month_has_never_comes() {
        assertThat(ScheduleTimes.problem("0 0 31 2 *")).isEqualTo("'0 0 31 2 *' never comes");
    }

    @Test
    void an_expression_is_on_the_clock_of_its_zone_on_either_side_of_summer_time() {
        assertThat(next("0 3 * * *", ROME, "2026-01-10T12:00:00Z")).isEqualTo("2026-01-11T02:00:00Z");
        assertThat(next("0 3 * * *", ROME, "2026-07-10T12:00:00Z")).isEqualTo("2026-07-11T01:00:00Z");
        assertThat(next("0 3 * * *", ZoneOffset.UTC, "2026-07-10T12:00:00Z")).isEqualTo("2026-07-11T03:00:00Z");
    }

    @Test
    void an_hour_that_a_night_skips_is_made_up_for_and_one_that_comes_twice_counts_once() {
        Instant skipped = next("30 2 * * *", ROME, "2026-03-28T12:00:00Z");
        assertThat(skipped).isBetween(Instant.parse("2026-03-29T00:30:00Z"), Instant.parse("2026-03-30T00:30:00Z"));

        Instant twice = next("30 2 * * *", ROME, "2026-10-24T12:00:00Z");
        assertThat(twice).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(next("30 2 * * *", ROME, twice.toString())).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(next("30 * * * *", ROME, twice.toString())).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void however_every_hour_is_written_it_comes_in_both_and_some_hours_come_once() {
        for (String hours : new String[] {"*", "*/1", "0-23", "0-11,12-23"}) {
            assertThat(next("0 " + hours + " * * *", ROME, "2026-10-25T00:00:00Z"))
                    .isEqualTo("2026-10-25T01:00:00Z");
        }
        ZoneId havana = ZoneId.of("America/Havana");
        assertThat(next("0 */6 * * *", havana, "2026-11-01T03:00:00Z")).isEqualTo("2026-11-01T04:00:00Z");
        assertThat(next("0 */6 * * *", havana, "2026-11-01T04:00:00Z")).isEqualTo("2026-11-01T11:00:00Z");
        assertThat(next("0 0-22 * * *", havana, "2026-11-01T04:00:00Z")).isEqualTo("2026-11-01T06:00:00Z");
    }

    @Test
    void an_interval_keeps_its_beat_and_makes_up_for_nothing() {
        assertThat(after("PT15M", null, "2026-01-10T12:00:00Z")).isEqualTo("2026-01-10T12:15:00Z");
        assertThat(after("PT15M", "2026-01-10T12:00:00Z", "2026-01-10T12:00:03Z"))
                .isEqualTo("2026-01-10T12:15:00Z");
        assertThat(after("PT15M", "2026-01-10T12:00:00Z", "2026-01-10T12:15:00Z"))
                .isEqualTo("2026-01-10T12:30:00Z");
        assertThat(after("PT15M", "2026-01-10T12:00:00Z", "2026-01-13T09:01:00Z"))
                .isEqualTo("2026-01-13T09:15:00Z");
    }

    @Test
    void a_clock_that_was_set_back_holds_up_nothing() {
        assertThat(after("PT15M", "2026-01-10T12:00:00Z", "2026-01-09T12:00:00Z"))
                .isEqualTo("2026-01-09T12:15:00Z");
    }

    private static Instant next(String schedule, ZoneId zone, String now) {
        return ScheduleTimes.next(schedule, zone, null, Instant.parse(now));
    }

    private static Instant after(String schedule, @Nullable String last, String now) {
        return ScheduleTimes.next(schedule, ROME, last == null ? null : Instant.parse(last), Instant.parse(now));
    }
}
