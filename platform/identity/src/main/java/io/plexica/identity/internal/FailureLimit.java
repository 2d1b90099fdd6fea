package io.plexica.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How many attempts by one key may fail in a minute. Only those that failed count; no more are under way at once than may
 * still fail, and others wait for them, so that many at once get no further than many in a row. Safe for all threads.
 */
public final class FailureLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 100_000;

    private final int limit;
    private final Ticker ticker;
    private final Duration patience;
    private final Cache<String, Attempts> attempts;

    /** An attempt that has begun. */
    @FunctionalInterface
    public interface Attempt {

        /**
         * Ends it; once.
         *
         * @param failed whether it failed by its own fault
         */
        void end(boolean failed);
    }

    /** At most so many failures. */
    public FailureLimit(int limit, Ticker ticker) {
        this(limit, ticker, PATIENCE);
    }

    FailureLimit(int limit, Ticker ticker, Duration patience) {
        this.limit = limit;
        this.ticker = ticker;
        this.patience = patience;
        this.attempts = Caffeine.newBuilder()
                .maximumSize(LARGEST)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Begins an attempt.
     *
     * @throws PlexicaException {@code rate-limited} when too many failed, {@code unavailable} when those under way take too
     *     long; both with {@code retryAfter} in seconds
     */
    public Attempt begin(String key) {
        Attempts present = attempts.get(key, none -> new Attempts(ticker.read()));
        present.begin();
        return present::end;
    }

    /** The attempts by one key since the first of them in this minute. */
    private final class Attempts {

        private final ReentrantLock lock = new ReentrantLock(true);
        private final Condition ended = lock.newCondition();
        private final long since;
        private int failed;
        private int underWay;

        Attempts(long since) {
            this.since = since;
        }

        void begin() {
            long left = patience.toNanos();
            lock.lock();
            try {
                while (failed < limit && failed + underWay >= limit) {
                    if (left <= 0) {
                        throw busy(null);
                    }
                    left = ended.awaitNanos(left);
                }
                if (failed >= limit) {
                    throw new PlexicaException(
                                    ErrorCode.RATE_LIMITED,
                                    "There were too many failed attempts; wait a minute and try again")
                            .with("retryAfter", secondsLeft());
                }
                underWay++;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw busy(e);
            } finally {
                lock.unlock();
            }
        }

        void end(boolean itFailed) {
            lock.lock();
            try {
                underWay--;
                if (itFailed) {
                    failed++;
                }
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private long secondsLeft() {
            long left = WINDOW.toNanos() - (ticker.read() - since);
            return Math.max(1, Duration.ofNanos(left).plusMillis(999).toSeconds());
        }
    }

    private static PlexicaException busy(@Nullable Throwable cause) {
        return new PlexicaException(ErrorCode.UNAVAILABLE, "Too many are trying at the same moment; try again", cause)
                .with("retryAfter", 1L);
    }
}
