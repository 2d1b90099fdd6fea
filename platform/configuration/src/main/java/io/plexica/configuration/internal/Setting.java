package io.plexica.configuration.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One setting that a room declares.
 *
 * @param pid the configuration it belongs to, such as {@code io.plexica.data}
 * @param key its key in {@code etc/<pid>.cfg}
 * @param variable its environment variable, {@code PLEXICA_…}
 * @param kind what its text must be
 * @param many whether it is a list, written with commas
 * @param defaultText what holds where nothing is set
 * @param min the least allowed number; null for none
 * @param max the greatest allowed number; null for none
 * @param options the only allowed texts; empty for any
 * @param description a sentence for people
 */
record Setting(
        String pid,
        String key,
        String variable,
        Kind kind,
        boolean many,
        String defaultText,
        @Nullable String min,
        @Nullable String max,
        List<String> options,
        String description) {

    /** The types that a setting can have. */
    enum Kind {
        TEXT("text"),
        INTEGER("whole number"),
        LONG("whole number"),
        DECIMAL("number"),
        BOOLEAN("true or false");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What people call it. */
        String words() {
            return words;
        }
    }

    Setting {
        options = List.copyOf(options);
    }
}
