package io.plexica.backup.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.backup.internal.doctor.Diagnosis.Entry;
import io.plexica.backup.internal.store.Backup;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import io.plexica.spi.doctor.Finding.Level;
import io.plexica.spi.health.HealthCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorTest {

    private final Doctor doctor = new Doctor();

    @AfterEach
    void close() {
        doctor.close();
    }

    @Test
    void the_worst_of_what_was_found_counts_and_comes_first_in_its_area() {
        doctor.add(of("b", () -> List.of(Finding.ok("x", "fine"), Finding.warn("y", "odd", "see to it"))));
        doctor.add(of("a", () -> List.of(Finding.ok("z", "fine"))));
        Diagnosis diagnosis = doctor.examine();
        assertThat(diagnosis.status()).isEqualTo(Level.WARN);
        assertThat(diagnosis.findings().stream().map(Entry::subject)).containsExactly("z", "y", "x");
        assertThat(diagnosis.count(Level.OK)).isEqualTo(2);
    }

    @Test
    void one_that_hangs_or_throws_is_a_finding_and_holds_up_no_other() {
        CountDownLatch never = new CountDownLatch(1);
        doctor.add(of("hangs", () -> {
            never.await();
            return List.of();
        }));
        doctor.add(of("throws", () -> {
            throw new IllegalStateException("no such thing");
        }));
        doctor.add(of("works", () -> List.of(Finding.ok("x", "fine"))));
        Diagnosis diagnosis = doctor.examine(Duration.ofMillis(500));
        assertThat(diagnosis.status()).isEqualTo(Level.FAIL);
        assertThat(diagnosis.findings().stream().map(entry -> entry.area() + ": " + entry.found()))
                .containsExactly(
                        "hangs: has not ended in time",
                        "throws: failed: IllegalStateException: no such thing",
                        "works: fine");
    }

    @Test
    void a_check_that_fails_without_a_word_is_told_by_its_type() {
        HealthExamination health = new HealthExamination();
        health.add(failing("cache", new NullPointerException()));
        health.add(failing("events", new IOException("refused")));
        assertThat(health.examine())
                .extracting(Finding::found)
                .containsExactly("NullPointerException", "IOException: refused");
    }

    @Test
    void nobody_at_all_is_well() {
        assertThat(doctor.examine().status()).isEqualTo(Level.OK);
    }

    @Test
    void a_secret_that_everybody_knows_is_no_secret_and_is_never_shown() {
        assertThat(SecretsExamination.judge("X", "changeme").level()).isEqualTo(Level.FAIL);
        assertThat(SecretsExamination.judge("X", "Admin ").level()).isEqualTo(Level.FAIL);
        assertThat(SecretsExamination.judge("X", "short-one").level()).isEqualTo(Level.WARN);
        assertThat(SecretsExamination.judge("X", "a-long-and-odd-one").level()).isEqualTo(Level.OK);
        assertThat(SecretsExamination.judge("X", "short-one").toString()).doesNotContain("short-one");
    }

    @Test
    void flags_of_the_virtual_machine_are_judged() {
        assertThat(ProcessExamination.flags(
                        List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"), StandardCharsets.UTF_8, 17))
                .allMatch(finding -> finding.level() == Level.OK);
        assertThat(ProcessExamination.flags(List.of("-agentlib:jdwp=x"), StandardCharsets.US_ASCII, 25))
                .allMatch(finding -> finding.level() == Level.WARN);
    }

    @Test
    void a_backup_that_is_missing_old_or_lacks_something_is_seen() {
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        Backup fresh = new Backup("x", "1.1.0", now.minusSeconds(60), now, List.of(), List.of());
        Backup lacking = new Backup("x", "1.1.0", now.minusSeconds(60), now, List.of(), List.of("tenant acme"));
        assertThat(BackupExamination.judge(Optional.empty(), true, now).level()).isEqualTo(Level.WARN);
        assertThat(BackupExamination.judge(Optional.of(lacking), true, now).found())
                .contains("tenant acme");
        assertThat(BackupExamination.judge(Optional.of(fresh), true, now).level())
                .isEqualTo(Level.OK);
        assertThat(BackupExamination.judge(Optional.of(fresh), true, now.plus(Duration.ofDays(9)))
                        .found())
                .contains("9 days");
    }

    private static HealthCheck failing(String name, Exception failure) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean neededForReady() {
                return false;
            }

            @Override
            public Health check() throws Exception {
                throw failure;
            }
        };
    }

    private interface Looking {
        List<Finding> look() throws Exception;
    }

    private static Examination of(String area, Looking looking) {
        return new Examination() {
            @Override
            public String area() {
                return area;
            }

            @Override
            public List<Finding> examine() throws Exception {
                return looking.look();
            }
        };
    }
}
