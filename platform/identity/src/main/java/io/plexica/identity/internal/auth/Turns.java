package io.plexica.identity.internal.auth;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets sign-ins of one user happen one after the other: an identity server that guards against guessing refuses a second one
 * that comes while the first is under way, as if its password were wrong. Safe for all threads.
 */
final class Turns {

    private static final int LOCKS = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock[] locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(LOCKS).toArray(ReentrantLock[]::new);
    private final Duration patience;

    Turns() {
        this(PATIENCE);
    }

    Turns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does the work when it is this key's turn.
     *
     * @throws PlexicaException {@code unavailable} when those before take too long
     */
    <T> T take(String key, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Those before take too long. */
    static PlexicaException busy(@Nullable Throwable cause) {
        return new PlexicaException(
                        ErrorCode.UNAVAILABLE, "Too many are signing in at the same moment; try again", cause)
                .with("retryAfter", 1L);
    }
}
