package io.plexica.backup.internal.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a file says of itself.
 *
 * @param format the version of the form; {@link #FORMAT} is this one
 * @param platform the version of the platform that wrote it
 * @param exportedAt the moment of which everything in it is
 * @param tenant whose it is
 * @param parts what it is made of
 * @param entries all entries but this one
 */
public record Manifest(
        int format, String platform, Instant exportedAt, Origin tenant, List<String> parts, List<Entry> entries) {

    /** The form that is written and read here. */
    public static final int FORMAT = 1;

    /** The name of its entry. */
    public static final String NAME = "manifest.json";

    public Manifest {
        parts = List.copyOf(parts);
        entries = List.copyOf(entries);
    }

    /**
     * The tenant as it was.
     *
     * @param settings an object
     * @param theme an object
     */
    public record Origin(
            UUID id, String slug, String name, String plan, String status, JsonNode settings, JsonNode theme) {}

    /**
     * An entry.
     *
     * @param size its bytes, unpacked
     * @param sha256 their digest, in hexadecimal
     */
    public record Entry(String name, long size, String sha256) {}
}
