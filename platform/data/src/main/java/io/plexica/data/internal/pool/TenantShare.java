package io.plexica.data.internal.pool;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The connections that one tenant may use at once. Where all are in use, work waits a little and is then refused; nobody
 * else waits with it. A thread that holds a connection already and needs one beside it must not wait for itself: there is
 * always one place more for one such thread at a time, however deep its work is nested. Safe for all threads.
 */
final class TenantShare {

    private static final long RETRY_AFTER_SECONDS = 1;

    /** So many may wait for each connection; whoever comes then is refused at once. */
    private static final int WAITING = 4;

    private final Semaphore places;
    private final ReentrantLock extraPlace = new ReentrantLock();
    private final int size;
    private final Duration wait;

    TenantShare(int size, Duration wait) {
        this.places = new Semaphore(size);
        this.size = size;
        this.wait = wait;
    }

    /**
     * A connection for work of the tenant.
     *
     * @param nested whether the calling thread holds a connection already
     * @param end runs when the connection has been given back
     * @throws PlexicaException {@code rate-limited} when none becomes free in time
     */
    Lease lease(boolean nested, ConnectionPool pool, Runnable end) {
        Runnable place = enter(nested, pool);
        boolean acquired = false;
        try {
            Lease lease = new Lease(pool, pool.acquire(), () -> {
                place.run();
                end.run();
            });
            acquired = true;
            return lease;
        } finally {
            if (!acquired) {
                place.run();
            }
        }
    }

    /** Takes a place; what is returned gives it back, on the same thread. */
    private Runnable enter(boolean nested, ConnectionPool pool) {
        if (places.tryAcquire()) {
            return places::release;
        }
        try {
            if (nested && extraPlace.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return extraPlace::unlock;
            }
            if (!nested
                    && places.getQueueLength() < size * WAITING
                    && places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return places::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "Interrupted while waiting for the database", e);
        }
        if (pool.seemsToHang()) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "The database does not answer at the moment; try again shortly");
        }
        throw new PlexicaException(
                        ErrorCode.RATE_LIMITED,
                        "This tenant does as much at once as it may; try again when some of it is done")
                .with("retryAfter", RETRY_AFTER_SECONDS);
    }
}
