package io.plexica.spi.bounds;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The places for calls at once, and the queue before them. Safe for all threads; taking a free place takes no lock. */
public final class Places {

    private final Free free;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile int size;

    /** So many places. */
    public Places(int size) {
        this.size = size;
        this.free = new Free(size);
    }

    /** Takes a place that is free; nobody passes those who wait. */
    public boolean take() {
        return waiting.get() == 0 && free.tryAcquire();
    }

    /**
     * Joins the queue.
     *
     * @param most how many may wait
     * @return false when as many wait already
     */
    public boolean queue(int most) {
        if (waiting.incrementAndGet() <= most) {
            return true;
        }
        waiting.decrementAndGet();
        return false;
    }

    /** Waits in the queue, leaves it, and says whether there was a place in time. */
    public boolean await(long nanos) throws InterruptedException {
        try {
            return free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Gives a place back. */
    public void give() {
        free.release();
    }

    /** Changes how many there are; those that are taken too many are not given again. */
    public void resize(int now) {
        if (now == size) {
            return;
        }
        synchronized (this) {
            int more = now - size;
            size = now;
            if (more > 0) {
                free.release(more);
            } else {
                free.reducePermits(-more);
            }
        }
    }

    /** How many are taken. */
    public int taken() {
        return Math.max(0, size - free.availablePermits());
    }

    /** How many wait for one. */
    public int waiting() {
        return waiting.get();
    }

    private static final class Free extends Semaphore {

        private static final long serialVersionUID = 1L;

        Free(int size) {
            super(size);
        }

        @Override
        protected void reducePermits(int fewer) {
            super.reducePermits(fewer);
        }
    }
}
