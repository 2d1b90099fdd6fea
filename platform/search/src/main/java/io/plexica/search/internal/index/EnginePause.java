package io.plexica.search.internal.index;

import io.plexica.search.internal.Engines;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A pause for an engine that did not answer: for a while nobody waits for it, so that a slow one does not hold the threads of
 * all who search. Safe for all threads.
 */
final class EnginePause {

    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final AtomicLong until = new AtomicLong(System.nanoTime());

    void begin() {
        until.set(System.nanoTime() + LENGTH.toNanos());
    }

    /**
     * Asks to go on.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} during the pause
     */
    void demand() {
        if (until.get() - System.nanoTime() > 0) {
            throw Engines.broken(new IOException("The engine did not answer a moment ago"));
        }
    }
}
