package io.plexica.spi.bounds;

import io.plexica.spi.plugins.PluginCalls.BreakerState;

/**
 * Spares a version that keeps failing: after too many failures it is not called for a while, then once to see, and again as
 * before when that went well. Safe for all threads; while it is closed, asking it takes no lock.
 */
public final class Breaker {

    private static final State CLOSED = new State(BreakerState.CLOSED, 0);

    private final Window window = new Window();
    private volatile State state = CLOSED;

    /** Whether a call may go in now. In half-open state only the one that finds the pause over. */
    public boolean admits(long now, BoundSettings settings) {
        State seen = state;
        return switch (seen.kind()) {
            case CLOSED -> true;
            case OPEN ->
                now - seen.since() >= settings.breakerPause().toNanos()
                        && change(seen, new State(BreakerState.HALF_OPEN, now));
            case HALF_OPEN ->
                // A probe that nobody heard of again is replaced.
                now - seen.since()
                                >= settings.timeout()
                                        .plus(settings.breakerPause())
                                        .multipliedBy(2)
                                        .toNanos()
                        && change(seen, new State(BreakerState.HALF_OPEN, now));
        };
    }

    /** A call that was let in never reached the plugin. */
    public void unused(long now) {
        State seen = state;
        if (seen.kind() == BreakerState.HALF_OPEN) {
            change(seen, new State(BreakerState.OPEN, now));
        }
    }

    /**
     * A call that was let in has ended.
     *
     * @param failed whether by the plugin's fault
     * @return whether the breaker opened by that
     */
    public boolean ended(long now, boolean failed, BoundSettings settings) {
        window.add(now, failed);
        State seen = state;
        return switch (seen.kind()) {
            case CLOSED -> failed && isTooMuch(window.sum(now), settings) && open(seen, now);
            case OPEN -> false;
            case HALF_OPEN -> failed ? open(seen, now) : close(seen);
        };
    }

    /** Whether calls are let through. */
    public BreakerState state() {
        return state.kind();
    }

    /** How long nothing more is let in. */
    public long secondsLeft(long now, BoundSettings settings) {
        long left = settings.breakerPause().toNanos() - (now - state.since());
        return Math.max(1, (left + 999_999_999L) / 1_000_000_000L);
    }

    static boolean isTooMuch(Window.Sum sum, BoundSettings settings) {
        return sum.calls() >= settings.breakerCalls()
                && sum.failures() * 100 >= sum.calls() * settings.breakerPercent();
    }

    private boolean open(State seen, long now) {
        return change(seen, new State(BreakerState.OPEN, now));
    }

    private boolean close(State seen) {
        window.clear();
        change(seen, CLOSED);
        return false;
    }

    private synchronized boolean change(State from, State to) {
        if (state != from) {
            return false;
        }
        state = to;
        return true;
    }

    /** What it is, and since when. */
    private record State(BreakerState kind, long since) {}
}
