package io.plexica.identity.keycloak.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps a server that does not answer from holding up everybody who asks. After a few failures in a row calls are refused
 * at once; every other second one goes through and tells whether the server is back. Safe for all threads.
 */
final class Breaker {

    private static final int FAILURES = 3;
    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final int CALLS_AT_ONCE = 32;

    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextTry = new AtomicLong();
    private final LongSupplier nanoTime;

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Lets a call through; each must be followed by {@link #succeeded} or {@link #failed}. */
    void enter() {
        if (isOpen() && !mayTryAgain()) {
            throw unavailable("The identity server does not answer; try again in a few seconds");
        }
        if (!calls.tryAcquire()) {
            throw unavailable("The identity server is overloaded; try again in a few seconds");
        }
    }

    void succeeded() {
        failures.set(0);
        calls.release();
    }

    void failed() {
        failures.incrementAndGet();
        nextTry.set(nanoTime.getAsLong() + PAUSE_NANOS);
        calls.release();
    }

    /** Whether calls are refused since the server has not answered. */
    boolean isOpen() {
        return failures.get() >= FAILURES;
    }

    private boolean mayTryAgain() {
        long due = nextTry.get();
        long now = nanoTime.getAsLong();
        return now - due >= 0 && nextTry.compareAndSet(due, now + PAUSE_NANOS);
    }

    static PlexicaException unavailable(String detail) {
        return new PlexicaException(ErrorCode.UNAVAILABLE, detail);
    }
}
