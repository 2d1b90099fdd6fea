package io.plexica.data.internal.pool;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** For how long a server that is asked has answered nobody. Safe for all threads. */
final class ServerSilence {

    private static final long LONG = Duration.ofMillis(500).toNanos();

    private final AtomicInteger open = new AtomicInteger();
    private volatile long lastWord = System.nanoTime();

    void asked() {
        if (open.getAndIncrement() == 0) {
            lastWord = System.nanoTime();
        }
    }

    void answered() {
        lastWord = System.nanoTime();
        open.decrementAndGet();
    }

    void givenUp() {
        open.decrementAndGet();
    }

    boolean isLong() {
        return open.get() > 0 && System.nanoTime() - lastWord > LONG;
    }
}
