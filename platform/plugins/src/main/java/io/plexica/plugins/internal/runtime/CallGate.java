package io.plexica.plugins.internal.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls from elsewhere that are within a version's code, so that it is not taken away beneath them. Safe for all
 * threads, never blocks those that call.
 */
public final class CallGate {

    /** The sign: a closed gate counts on below zero. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final AtomicInteger within = new AtomicInteger();
    private final CountDownLatch empty = new CountDownLatch(1);

    /** Begins a call; false when the version takes none any more. Each begun one is to be {@link #leave ended}. */
    public boolean enter() {
        for (int now = within.get(); now >= 0; now = within.get()) {
            if (within.compareAndSet(now, now + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Ends a call. */
    public void leave() {
        if (within.decrementAndGet() == CLOSED) {
            empty.countDown();
        }
    }

    /**
     * Lets no more calls begin and waits for those within.
     *
     * @return whether all have ended
     */
    boolean close(Duration patience) {
        if (within.getAndUpdate(now -> now | CLOSED) == 0) {
            empty.countDown();
        }
        try {
            return empty.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
