package io.plexica.data.internal.schema;

import java.time.Instant;
import java.util.List;

/**
 * How far the tables of all tenants are, as the database knows it, whichever node did the work.
 *
 * @param parts the rooms of this node, then the plugins of all tenants
 */
public record MigrationStatus(List<Part> parts) {

    public MigrationStatus {
        parts = List.copyOf(parts);
    }

    /** Whether every tenant has all its tables. */
    public boolean isComplete() {
        return parts.stream()
                .allMatch(part -> part.waiting() == 0 && part.failures().isEmpty());
    }

    /**
     * A room or a plugin.
     *
     * @param kind {@code room} or {@code plugin}
     * @param name the room's name or the plugin's id
     * @param tenants how many tenants have it
     * @param done how many of them are up to date
     * @param waiting how many are neither done nor failed
     * @param failures those where it failed
     */
    public record Part(String kind, String name, int tenants, int done, int waiting, List<Failure> failures) {

        public Part {
            failures = List.copyOf(failures);
        }
    }

    /**
     * A tenant where a migration failed.
     *
     * @param reason the file and what the database said
     * @param attempts how often it was tried
     * @param since when it failed first
     * @param at when it failed last
     */
    public record Failure(String tenant, String reason, int attempts, Instant since, Instant at) {}
}
