package io.plexica.backup.internal.doctor;

import io.plexica.spi.doctor.Finding.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor says.
 *
 * @param status the worst of what was found
 * @param at when
 * @param findings worst first within each area
 */
public record Diagnosis(Level status, Instant at, List<Entry> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** One of them. */
    public record Entry(
            String area,
            Level level,
            String subject,
            String found,
            @Nullable String advice) {}

    static Diagnosis of(Instant at, List<Entry> findings) {
        Level worst = findings.stream().map(Entry::level).max(Level::compareTo).orElse(Level.OK);
        return new Diagnosis(worst, at, findings);
    }

    /** How many are of a level. */
    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
