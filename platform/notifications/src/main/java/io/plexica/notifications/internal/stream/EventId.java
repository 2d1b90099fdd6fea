package io.plexica.notifications.internal.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a reader goes on after a break.
 *
 * @param memory whose numbers these are: each memory has a name of its own, on each node and after each start
 * @param number what the reader heard last
 */
record EventId(String memory, long number) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})-([0-9]{1,18})");

    /** What a reader sends; empty for anything that is no such id. */
    static Optional<EventId> read(@Nullable String text) {
        Matcher parts = FORM.matcher(text == null ? "" : text.strip());
        return parts.matches()
                ? Optional.of(new EventId(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return memory + "-" + number;
    }
}
