package io.plexica.itests.faults;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Says when bytes may go on: at once, after a while, or not before somebody turns it. Safe for all threads. */
final class Tap {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turned = lock.newCondition();
    private Duration delay = Duration.ZERO;
    private boolean open = true;

    void open() {
        turn(true, Duration.ZERO);
    }

    void slow(Duration by) {
        turn(true, by);
    }

    void shut() {
        turn(false, Duration.ZERO);
    }

    /** Those who wait look again whether it is still worth while. */
    void wake() {
        lock.lock();
        try {
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until bytes that came just now may go on.
     *
     * @param gone whether nobody wants them any more
     */
    void pass(BooleanSupplier gone) throws InterruptedException {
        long came = System.nanoTime();
        lock.lock();
        try {
            while (!gone.getAsBoolean()) {
                if (!open) {
                    turned.await();
                    continue;
                }
                long left = delay.toNanos() - (System.nanoTime() - came);
                if (left <= 0) {
                    return;
                }
                turned.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void turn(boolean nowOpen, Duration by) {
        lock.lock();
        try {
            open = nowOpen;
            delay = by;
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
