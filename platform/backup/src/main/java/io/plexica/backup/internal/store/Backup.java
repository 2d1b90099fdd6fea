package io.plexica.backup.internal.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/**
 * A backup, as its own summary says it.
 *
 * @param name its folder, after the moment at which it was begun
 * @param platform the version of the platform that made it
 * @param files what is in it
 * @param failures what should be and is not, in words
 */
public record Backup(
        String name, String platform, Instant begunAt, Instant endedAt, List<Stored> files, List<String> failures) {

    public Backup {
        files = List.copyOf(files);
        failures = List.copyOf(failures);
    }

    /**
     * A file.
     *
     * @param name within the backup
     * @param sha256 of all its bytes, in hexadecimal
     */
    public record Stored(String name, long size, String sha256) {

        public Stored {
            requireNonNull(name, "name");
            requireNonNull(sha256, "sha256");
        }
    }

    /** How many bytes it takes. */
    @JsonIgnore
    public long bytes() {
        return files.stream().mapToLong(Stored::size).sum();
    }

    /** How many tenants are in it. */
    @JsonIgnore
    public long tenants() {
        return files.stream()
                .filter(file -> file.name().startsWith(BackupFolder.TENANTS))
                .count();
    }
}
