package io.plexica.itests.faults.history;

/** What a call is for. */
public enum Intent {
    /** Changes a thing and publishes it. */
    KEEP,
    /** The same, and then throws: nothing of it may be seen. */
    BREAK,
    /** Changes a thing; the handler of the event fails at its first attempt. */
    STUMBLE,
    /** The same; the handler hangs at its first attempt, until it is interrupted. */
    HANG,
    /** The same; the handler does not even heed the interruption, and comes back once it has been called again. */
    STUBBORN,
    /** The same; the handler goes on once a file is gone. */
    LATCHED,
    /** The same; the handler fails at every attempt. */
    POISON,
    /** Asks, through the cache, how often a thing was changed. */
    READ,
    /** Keeps an object, and a row that names it. */
    ATTACH,
    /** Looks for the changes of a thing. */
    FIND;

    /** Whether it is to end with a row and an event. */
    public boolean changes() {
        return this != BREAK && this != READ && this != ATTACH && this != FIND;
    }
}
