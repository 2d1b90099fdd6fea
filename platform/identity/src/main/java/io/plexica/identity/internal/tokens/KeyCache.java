package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.TokenRefusals;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one realm. Known keys are answered from memory and read again in the background when they are old; they stay
 * when that fails. An unknown key id makes it read them again, but only so often, whatever hostile tokens say. Safe for all
 * threads.
 */
final class KeyCache {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCache.class);

    /** How long after the begin of reading a caller may still wait for its end. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    /** The same while the server is known not to answer. */
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(200);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Supplier<CompletableFuture<KeySet>> fetch;
    private final BooleanSupplier troubled;
    private final Duration fresh;
    private final Duration pause;
    private final LongSupplier nanoTime;

    private volatile State state = new State(null, 0, false);
    private @Nullable Reading running;

    /**
     * @param keys null until they have been read
     * @param triedAt when they were last asked for
     * @param failed whether that went wrong
     */
    private record State(@Nullable KeySet keys, long triedAt, boolean failed) {

        KeySet.@Nullable Key find(String id) {
            return keys == null ? null : keys.keys().get(id);
        }
    }

    /** Reading that has begun. */
    private record Reading(CompletableFuture<KeySet> answer, long begun) {}

    KeyCache(
            Supplier<CompletableFuture<KeySet>> fetch,
            BooleanSupplier troubled,
            Duration fresh,
            Duration pause,
            LongSupplier nanoTime) {
        this.fetch = fetch;
        this.troubled = troubled;
        this.fresh = fresh;
        this.pause = pause;
        this.nanoTime = nanoTime;
    }

    /**
     * A key by its id.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated} when the realm has none, {@code unavailable}
     *     when that cannot be told
     */
    KeySet.Key find(String id) {
        State now = state;
        KeySet.Key known = now.find(id);
        if (known != null) {
            if (isOlder(now, now.failed() ? PAUSE_AFTER_FAILURE : fresh)) {
                fetchIfDue();
            }
            return known;
        }
        boolean little = now.failed() || troubled.getAsBoolean();
        Reading reading = fetchIfDue();
        if (reading != null) {
            await(reading, little ? LITTLE_PATIENCE : PATIENCE);
        }
        KeySet.Key found = state.find(id);
        if (found != null) {
            return found;
        }
        throw state.failed() || state.keys() == null
                ? TokenRefusals.unknown(new IllegalStateException("The realm's keys could not be read"))
                : TokenRefusals.invalid("unknown key");
    }

    /** Starts reading unless that happened just now; what is being read, or null when nothing is. */
    private synchronized @Nullable Reading fetchIfDue() {
        if (running != null) {
            return running;
        }
        State now = state;
        boolean due = now.keys() == null && !now.failed() || isOlder(now, now.failed() ? PAUSE_AFTER_FAILURE : pause);
        if (!due) {
            return null;
        }
        // Whoever waits, waits until the keys are in place, not merely until they have been read.
        long begun = nanoTime.getAsLong();
        Reading reading = new Reading(fetch.get().whenComplete(this::finish), begun);
        running = reading.answer().isDone() ? null : reading;
        return reading;
    }

    private synchronized void finish(@Nullable KeySet keys, @Nullable Throwable failure) {
        running = null;
        if (keys == null) {
            LOG.warn("The keys of a realm could not be read: {}", String.valueOf(failure));
        }
        state = new State(keys == null ? state.keys() : keys, nanoTime.getAsLong(), keys == null);
    }

    private boolean isOlder(State now, Duration age) {
        return nanoTime.getAsLong() - now.triedAt() >= age.toNanos();
    }

    private void await(Reading reading, Duration patience) {
        long left = patience.toNanos() - (nanoTime.getAsLong() - reading.begun());
        try {
            reading.answer().get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            LOG.debug("No keys", e);
        } catch (TimeoutException e) {
            throw TokenRefusals.unknown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TokenRefusals.unknown(e);
        }
    }
}
