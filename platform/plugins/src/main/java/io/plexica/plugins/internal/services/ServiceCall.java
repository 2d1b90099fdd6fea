package io.plexica.plugins.internal.services;

import io.plexica.spi.plugins.PluginRef;

/**
 * A call of a service, on the caller's thread, from its beginning to its end. Another thread may interrupt it when its time is
 * over, and never afterwards. Safe for all threads.
 */
final class ServiceCall {

    private final ServiceKey key;
    private final Thread thread = Thread.currentThread();
    private final long began = System.nanoTime();
    private final long limitNanos;
    private boolean over;
    private boolean cut;

    ServiceCall(ServiceKey key, long limitNanos) {
        this.key = key;
        this.limitNanos = limitNanos;
    }

    ServiceKey key() {
        return key;
    }

    PluginRef provider() {
        return key.provider();
    }

    long limitNanos() {
        return limitNanos;
    }

    long nanos(long now) {
        return now - began;
    }

    boolean isLate(long now) {
        return now - began > limitNanos;
    }

    /** Where it is, for the log. */
    StackTraceElement[] trace() {
        return thread.getStackTrace();
    }

    /** Interrupts it, once; false when it has been, or is over. */
    synchronized boolean cut() {
        if (over || cut) {
            return false;
        }
        cut = true;
        thread.interrupt();
        return true;
    }

    /**
     * It is over; an interruption that was meant for it reaches nobody else.
     *
     * @return whether it was cut off
     */
    synchronized boolean end() {
        over = true;
        if (cut) {
            Thread.interrupted();
        }
        return cut;
    }
}
