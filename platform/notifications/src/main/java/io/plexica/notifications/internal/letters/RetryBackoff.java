package io.plexica.notifications.internal.letters;

import java.time.Duration;
import java.util.List;

/** How long to wait before a message is tried again. Pure. */
final class RetryBackoff {

    /** Nineteen hours altogether: a server that is repaired the next morning still gets the message. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(4),
            Duration.ofHours(8));

    private RetryBackoff() {}

    /** Whether a message that failed so often is given up. */
    static boolean isOver(int attempts) {
        return attempts > PAUSES.size();
    }

    static Duration after(int attempts) {
        return PAUSES.get(Math.max(0, Math.min(attempts, PAUSES.size()) - 1));
    }
}
