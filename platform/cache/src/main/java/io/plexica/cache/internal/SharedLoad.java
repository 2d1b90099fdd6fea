package io.plexica.cache.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A value that one thread works out while others wait for it. Safe for all threads. */
final class SharedLoad {

    private final Thread owner = Thread.currentThread();
    private final CompletableFuture<Optional<byte[]>> end = new CompletableFuture<>();

    /** Whether the thread that asks is the one that works the value out. */
    boolean isOwn() {
        return owner == Thread.currentThread();
    }

    /** It is over; empty where it came to nothing that others could use. */
    void end(Optional<byte[]> value) {
        end.complete(value);
    }

    /** The value, once it is there; empty where it came to nothing, or not in time. */
    Optional<byte[]> await(Duration patience) {
        try {
            return end.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
