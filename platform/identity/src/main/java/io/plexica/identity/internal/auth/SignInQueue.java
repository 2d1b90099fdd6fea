package io.plexica.identity.internal.auth;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets sign-ins of one user happen one after the other: an identity server that guards against guessing refuses a second one
 * that comes while the first is under way, as if its password were wrong. Each user has a queue of their own, so that nobody
 * waits for strangers; it is there as long as somebody stands in it. Safe for all threads.
 */
final class SignInQueue {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();
    private final Duration patience;

    /** A lock and who stands before or behind it, changed only inside the map's own compute. */
    private static final class Queue {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int standing;
    }

    SignInQueue() {
        this(PATIENCE);
    }

    SignInQueue(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does the work when it is this key's turn.
     *
     * @throws PlexicaException {@code unavailable} when those before take too long
     */
    <T> T take(String key, Supplier<T> work) {
        Queue queue = join(key);
        try {
            return inTurn(queue.lock, work);
        } finally {
            leave(key);
        }
    }

    /** How many users are signing in. */
    int size() {
        return queues.size();
    }

    private <T> T inTurn(ReentrantLock lock, Supplier<T> work) {
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

    private Queue join(String key) {
        return queues.compute(key, (same, present) -> {
            Queue queue = present == null ? new Queue() : present;
            queue.standing++;
            return queue;
        });
    }

    private void leave(String key) {
        queues.computeIfPresent(key, (same, queue) -> --queue.standing == 0 ? null : queue);
    }

    /** Those before take too long. */
    static PlexicaException busy(@Nullable Throwable cause) {
        return new PlexicaException(
                        ErrorCode.UNAVAILABLE, "Too many are signing in at the same moment; try again", cause)
                .with("retryAfter", 1L);
    }
}
