package io.plexica.web.internal.bounds;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.web.internal.call.Call;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * A call within a plugin, from its arrival until its thread is free again and its answer complete. Two may want to answer it: the thread that works
 * on it, and the watch when the time is over. Whoever changes the state first does; what the other says is not heard.
 *
 * <p>The thread's own methods are called by it alone, the others by anybody.
 */
public final class BoundedCall {

    /** Not begun: guards, the body, waiting for a place. */
    private static final int ARRIVING = 0;

    /** In the plugin's hands: the only state in which the watch may take the answer away. */
    private static final int WORKING = 1;

    /** Its unit of work commits; nobody may claim now that it did not. */
    private static final int SETTLING = 2;

    private static final int ANSWERING = 3;
    private static final int CUT = 4;
    private static final int OVER = 5;

    private static final long LEAST_NANOS = Duration.ofMillis(1).toNanos();
    private static final AtomicIntegerFieldUpdater<BoundedCall> STATE =
            AtomicIntegerFieldUpdater.newUpdater(BoundedCall.class, "state");

    private final VersionCalls version;
    private final Call call;
    private final HttpServletResponse response;
    private final Thread thread = Thread.currentThread();
    private final CallOutcome outcome;
    private volatile int state;
    private volatile long deadline;
    private volatile @Nullable TenantCalls entered;
    private volatile boolean placed;
    private volatile PluginRef holder;
    private boolean waited;
    private volatile boolean disturbed;
    private boolean disturbing;

    BoundedCall(VersionCalls version, Call call, HttpServletResponse response, Duration timeout) {
        this(version, call, response, new CallOutcome(version, System.nanoTime()), timeout.toNanos());
    }

    private BoundedCall(
            VersionCalls version, Call call, HttpServletResponse response, CallOutcome outcome, long nanos) {
        this.version = version;
        this.holder = version.plugin();
        this.call = call;
        this.response = response;
        this.outcome = outcome;
        this.deadline = System.nanoTime() + nanos;
    }

    /** Goes on with a call that was suspended, on the current thread: it writes, and is to tell its {@link #threadEnds end}, too. */
    public BoundedCall resumed() {
        BoundedCall writing = new BoundedCall(version, call, response, outcome, version.timeoutNanos());
        writing.entered = entered;
        writing.state = ANSWERING;
        return version.resumed(writing);
    }

    /** The response as the call's thread may use it: after the call was cut off it leads nowhere. */
    public HttpServletResponse response() {
        return new CallResponse(response, this);
    }

    /**
     * The call's thread comes to the plugin's own code; the time counts from here. Once is enough.
     *
     * @throws PlexicaException {@code plugin-overloaded}, {@code plugin-unavailable}; {@code plugin-timeout} when it was cut off
     *     on its way
     */
    public void enter() {
        if (entered != null) {
            return;
        }
        long now = System.nanoTime();
        entered = version.enter(this, now);
        placed = true;
        deadline = (waited ? System.nanoTime() : now) + version.timeoutNanos();
        if (!STATE.compareAndSet(this, ARRIVING, WORKING) && isCut()) {
            throw CallOutcome.cutOff();
        }
    }

    /**
     * The call's thread is about to commit.
     *
     * @throws PlexicaException {@code plugin-timeout} when it was cut off before
     */
    public void settle() {
        if (!STATE.compareAndSet(this, WORKING, SETTLING) && isCut()) {
            throw CallOutcome.cutOff();
        }
    }

    /** The call's thread has committed or rolled back. */
    public void settled() {
        STATE.compareAndSet(this, SETTLING, WORKING);
    }

    /** Whether the plugin is to blame, whatever comes of the call. */
    public void blame(boolean plugin) {
        outcome.blame(plugin);
    }

    /** Whether somebody else has answered. */
    public boolean isCut() {
        return state == CUT;
    }

    /** The call's thread is free. It waits for whoever is about to interrupt it, so that this reaches nobody else. */
    public void threadEnds() {
        int before = state;
        while (before != CUT && !STATE.compareAndSet(this, before, OVER)) {
            before = state;
        }
        awaitDisturber();
        version.threadEnded(this);
    }

    /** How much of its time is left, for an answer that is suspended; never nothing. */
    public Duration timeLeft() {
        return Duration.ofNanos(Math.max(LEAST_NANOS, deadline - System.nanoTime()));
    }

    /** The suspended answer did not come in time. */
    public void ranOut() {
        outcome.ranOut();
    }

    /**
     * The answer is complete: now it is known what became of the call, and its place is free. Comes once, and after the
     * thread's end; where the answer was suspended, long after it perhaps.
     */
    public void ended(int status) {
        TenantCalls tenant = entered;
        if (tenant != null) {
            outcome.ended(tenant, status, isCut());
            givePlace(tenant);
        }
    }

    private void givePlace(TenantCalls tenant) {
        if (placed) {
            placed = false;
            tenant.places().give();
        }
    }

    /** Whether the call's thread, or one that it left behind, may say something to the caller. */
    boolean mayAnswer() {
        int now = state;
        if (now == ANSWERING || now == OVER) {
            return true;
        }
        while (now != CUT) {
            if (STATE.compareAndSet(this, now, ANSWERING)) {
                return true;
            }
            now = state;
        }
        return false;
    }

    /** Whether its time is over and something is to be done about it. */
    boolean isLate(long now) {
        if (now - deadline <= 0) {
            return false;
        }
        int seen = state;
        return seen == ARRIVING
                || seen == WORKING
                || seen == ANSWERING && (!disturbed && !response.isCommitted() || version.isEndless(now - deadline));
    }

    /** Who waits for a place is not late: the queue has a time of its own. */
    void waits(Duration most) {
        waited = true;
        wait(most.multipliedBy(2));
    }

    /** Gives the call more time. */
    void wait(Duration more) {
        deadline = System.nanoTime() + more.toNanos();
    }

    /** Takes the answer away from the call's thread; false when it has begun one, or is done. */
    boolean takeAnswer() {
        return take(ARRIVING) || take(WORKING);
    }

    /** Takes an answer away that has begun and does not end; the thread has from now on what others have to heed that. */
    boolean takeEndless(long now) {
        if (state != ANSWERING || !version.isEndless(now - deadline) || !take(ANSWERING)) {
            return false;
        }
        deadline = now;
        return true;
    }

    /** Counts the time-out and what the call comes to by that, and interrupts the thread. In another plugin's service it keeps no place. */
    void cut(int status) {
        TenantCalls tenant = entered;
        if (tenant != null) {
            holder = ThreadPlugin.of(thread, version.plugin());
            outcome.cut(tenant, status);
            if (!holder.id().equals(version.plugin().id())) {
                version.handOver(holder);
                givePlace(tenant);
            }
        }
        thread.interrupt();
    }

    /** The one who took the answer has given one. */
    synchronized void cutDone() {
        disturbing = false;
        disturbed = true;
        notifyAll();
    }

    /** Interrupts a thread that has begun to answer and has not got anywhere, once. */
    synchronized boolean disturb() {
        if (state != ANSWERING || disturbed || response.isCommitted()) {
            return false;
        }
        disturbed = true;
        thread.interrupt();
        return true;
    }

    Call call() {
        return call;
    }

    PluginRef plugin() {
        return version.plugin();
    }

    /** In whose code the thread was when the call was cut off: the plugin's that was called, or one's whose service it uses. */
    PluginRef holder() {
        return holder;
    }

    Thread thread() {
        return thread;
    }

    HttpServletResponse raw() {
        return response;
    }

    /** How long the time has been over. */
    long lateNanos(long now) {
        return now - deadline;
    }

    /** The thread waits for who took its answer until that {@link #cutDone is done}. */
    private synchronized boolean take(int from) {
        boolean taken = STATE.compareAndSet(this, from, CUT);
        disturbing |= taken;
        return taken;
    }

    private synchronized void awaitDisturber() {
        boolean mine = state == CUT || disturbed;
        while (disturbing) {
            try {
                wait();
            } catch (InterruptedException e) {
                // This is the very interruption that must not reach anybody else.
                mine = true;
            }
        }
        if (mine) {
            Thread.interrupted();
        }
    }

    @Override
    public int hashCode() {
        return Long.hashCode(thread.getId() * 0x9E3779B97F4A7C15L);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }
}
