package io.plexica.web.internal.bounds;

import java.util.concurrent.atomic.AtomicInteger;

/** The server's threads that one plugin holds, over all its tenants and versions. Safe for all threads. */
final class PluginThreads {

    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    boolean take(int most) {
        if (held.incrementAndGet() <= most) {
            return true;
        }
        held.decrementAndGet();
        return false;
    }

    /** Takes one for what was begun and must come to its end. */
    void takeAnyway() {
        held.incrementAndGet();
    }

    void give() {
        held.decrementAndGet();
    }

    /** Lets one of the threads wait for a place, unless enough do. */
    boolean wait(int most) {
        if (waiting.incrementAndGet() <= most) {
            return true;
        }
        waiting.decrementAndGet();
        return false;
    }

    void waited() {
        waiting.decrementAndGet();
    }
}
