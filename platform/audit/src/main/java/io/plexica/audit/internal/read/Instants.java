package io.plexica.audit.internal.read;

import io.plexica.spi.web.Checks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads moments as people and programs write them. Pure. */
final class Instants {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Instants() {}

    /** The moment that a parameter names; null where there is none or something is wrong with it, which is noted. */
    static @Nullable OffsetDateTime read(Checks checks, String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // A plus in an address arrives as a blank.
            Instant moment =
                    OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
            if (!moment.isBefore(EARLIEST) && !moment.isAfter(LATEST)) {
                return moment.atOffset(ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            // answered below, like a moment out of bounds
        }
        checks.wrong(pointer, "must be a moment such as 2026-03-01T00:00:00Z");
        return null;
    }
}
