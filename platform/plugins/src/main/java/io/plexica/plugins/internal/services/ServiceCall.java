package io.plexica.plugins.internal.services;

import io.plexica.spi.plugins.PluginRef;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A call of a service, on the caller's thread, from its beginning to its end, within another such call perhaps. Another thread
 * may interrupt it when its time is over, and never afterwards. Safe for all threads.
 */
final class ServiceCall {

    private final ServiceAccount account;
    private final @Nullable ServiceCall outer;
    private final Thread thread = Thread.currentThread();
    private final long limitNanos;
    private final boolean returning;
    private volatile @Nullable ServiceCall inner;
    private volatile PluginRef holder;
    private long began;
    private boolean over;
    private boolean cut;

    ServiceCall(ServiceAccount account, @Nullable ServiceCall outer, long limitNanos) {
        this.account = account;
        this.outer = outer;
        this.limitNanos = limitNanos;
        this.holder = account.key().provider();
        this.returning = outer != null && outer.isWithin(account.provider());
    }

    ServiceAccount account() {
        return account;
    }

    PluginRef provider() {
        return account.key().provider();
    }

    @Nullable
    ServiceCall outer() {
        return outer;
    }

    /** Whether the thread comes back to a provider in whose hands it already is, and so has a place there. */
    boolean isReturning() {
        return returning;
    }

    long limitMillis() {
        return TimeUnit.NANOSECONDS.toMillis(limitNanos);
    }

    long nanos(long now) {
        return now - began;
    }

    boolean isLate(long now) {
        return now - began > limitNanos;
    }

    /** The thread comes to it: a call around it waits for this one from now on. */
    void entersOuter() {
        if (outer != null) {
            outer.inner = this;
        }
    }

    /** Its time counts from here. */
    void begins() {
        began = System.nanoTime();
    }

    /** Where it is, for the log. */
    StackTraceElement[] trace() {
        return thread.getStackTrace();
    }

    /** In whose hands the thread was when the call was cut off: the provider's, or those of one whose service it uses. */
    PluginRef holder() {
        return holder;
    }

    /** Interrupts it, once; false when it has been, or is over. */
    synchronized boolean cut() {
        if (over || cut) {
            return false;
        }
        cut = true;
        holder = innermost().provider();
        thread.interrupt();
        return true;
    }

    /** The thread leaves it, whether it began or not. */
    void leavesOuter() {
        if (outer != null) {
            outer.inner = null;
        }
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

    private boolean isWithin(ProviderAccount provider) {
        return account.provider() == provider || outer != null && outer.isWithin(provider);
    }

    private ServiceCall innermost() {
        ServiceCall deepest = this;
        for (ServiceCall next = inner; next != null; next = next.inner) {
            deepest = next;
        }
        return deepest;
    }
}
