package io.plexica.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.jobs.internal.JobMeters.Outcome;
import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobMetersTest {

    private final JobMeters meters = new JobMeters();

    @Test
    void runs_count_by_what_became_of_them_and_those_that_were_not_possible_do_not() {
        JobMeters.Run first = meters.began("crm", "tidy", Duration.ofSeconds(2));
        assertThat(told()).containsEntry("jobs_running", 1.0);
        first.ended(Outcome.DONE);
        first.close();
        meters.began("crm", "tidy", Duration.ofSeconds(-1)).close();
        meters.cutOff("core", "audit.retention");

        assertThat(told())
                .containsEntry("jobs_runs_total crm tidy done", 1.0)
                .containsEntry("jobs_runs_total core audit.retention cut_off", 1.0)
                .containsEntry("jobs_run_duration_seconds crm", 1.0)
                .containsEntry("jobs_run_lateness_seconds crm", 2.0)
                .containsEntry("jobs_running", 0.0);
    }

    private Map<String, Double> told() {
        Map<String, Double> told = new TreeMap<>();
        meters.tell(new Figures() {
            @Override
            public void value(Metric metric, double value, String... labels) {
                told.put(name(metric, labels), value);
            }

            @Override
            public void times(Metric metric, Histogram times, String... labels) {
                told.put(name(metric, labels), (double) times.snapshot().counts().stream()
                        .mapToLong(Long::longValue)
                        .sum());
            }
        });
        return told;
    }

    private static String name(Metric metric, String... labels) {
        return String.join(" ", List.of(metric.name(), String.join(" ", labels)))
                .strip();
    }
}
