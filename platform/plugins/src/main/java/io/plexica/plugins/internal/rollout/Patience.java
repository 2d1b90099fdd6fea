package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks again what the database does not answer at the moment, for half as long as a rollout may be silent before somebody else
 * takes its place.
 *
 * @param bound for how long
 */
record Patience(Duration bound) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(30));

    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * The answer.
     *
     * @throws PlexicaException {@code unavailable} when there was none all the time
     */
    <T> T ask(Supplier<T> question) {
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (PlexicaException e) {
                if (e.code() != ErrorCode.UNAVAILABLE || System.nanoTime() > end || !pause(PAUSE)) {
                    throw e;
                }
            }
        }
    }

    /** Waits; false when somebody wants this thread to end. */
    static boolean pause(Duration length) {
        try {
            return !new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
