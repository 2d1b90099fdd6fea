package io.plexica.web.internal.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the calls within a server and closes behind the last. Safe for all threads; entering takes no lock. */
final class CallGate {

    private static final long CLOSED = Long.MIN_VALUE;

    /** The number of calls within; the sign bit says closed. */
    private final AtomicLong state = new AtomicLong();

    private final CountDownLatch empty = new CountDownLatch(1);

    /** Lets a call in; false once closed. */
    boolean enter() {
        while (true) {
            long now = state.get();
            if (now < 0) {
                return false;
            }
            if (state.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    /** A call that was let in is over. */
    void leave() {
        if (state.decrementAndGet() == CLOSED) {
            empty.countDown();
        }
    }

    /** Lets nobody in from now on; closing twice does no harm. */
    void close() {
        long before = state.getAndUpdate(now -> now | CLOSED);
        if ((before & ~CLOSED) == 0) {
            empty.countDown();
        }
    }

    /** Waits until all calls within are over, once closed. */
    boolean awaitEmpty(Duration patience) throws InterruptedException {
        return empty.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many calls are within. */
    long within() {
        return state.get() & ~CLOSED;
    }
}
