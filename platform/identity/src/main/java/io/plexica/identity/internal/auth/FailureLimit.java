package io.plexica.identity.internal.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many attempts by one key may fail in a minute. An attempt counts from its beginning, so that many at once get no
 * further than many in a row; one that succeeds is taken back. Safe for all threads.
 */
final class FailureLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int LARGEST = 100_000;

    private final int limit;
    private final Ticker ticker;
    private final Cache<String, Attempts> attempts;

    /** The attempts by one key since the first of them in this minute. */
    private record Attempts(long since, AtomicInteger count) {}

    /** An attempt that has begun. */
    @FunctionalInterface
    interface Attempt {

        /** It did not fail, or not by its own fault. */
        void takeBack();
    }

    FailureLimit(int limit, Ticker ticker) {
        this.limit = limit;
        this.ticker = ticker;
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
     * @throws PlexicaException {@code rate-limited} with {@code retryAfter} in seconds
     */
    Attempt begin(String key) {
        Attempts present = attempts.get(key, none -> new Attempts(ticker.read(), new AtomicInteger()));
        if (present.count().incrementAndGet() > limit) {
            present.count().decrementAndGet();
            throw new PlexicaException(
                            ErrorCode.RATE_LIMITED, "There were too many failed logins; wait a minute and try again")
                    .with("retryAfter", secondsLeft(present));
        }
        return present.count()::decrementAndGet;
    }

    private long secondsLeft(Attempts present) {
        long left = WINDOW.toNanos() - (ticker.read() - present.since());
        return Math.max(1, Duration.ofNanos(left).plusMillis(999).toSeconds());
    }
}
