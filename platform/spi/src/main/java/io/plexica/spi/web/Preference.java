package io.plexica.spi.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header {@code Prefer}, RFC 7240. */
public final class Preference {

    private Preference() {}

    /** Whether the caller would rather have 202 and an operation than wait: {@code respond-async}. */
    public static boolean isAsynchronous(@Nullable String header) {
        return header != null
                && Arrays.stream(header.split("[,;]"))
                        .map(part -> part.strip().toLowerCase(Locale.ROOT))
                        .anyMatch("respond-async"::equals);
    }
}
