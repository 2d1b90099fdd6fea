package io.plexica.identity.internal.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How many wrong keys one address may send in a minute before it must wait. A secret cannot be guessed; this keeps guessers
 * from making the database work. Safe for all threads.
 */
final class FailureCount {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int LARGEST = 100_000;

    private final int limit;
    private final Cache<String, AtomicInteger> failures;

    FailureCount(int limit, Ticker ticker) {
        this.limit = limit;
        this.failures = Caffeine.newBuilder()
                .maximumSize(LARGEST)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Refuses an address from which too many wrong keys came.
     *
     * @param address null for calls from nowhere, such as those of the shell
     */
    void demandFew(@Nullable String address) {
        AtomicInteger failed = address == null ? null : failures.getIfPresent(address);
        if (failed != null && failed.get() >= limit) {
            throw new PlexicaException(
                            ErrorCode.RATE_LIMITED,
                            "There were too many wrong API keys from this address; wait a minute and try again")
                    .with("retryAfter", WINDOW.toSeconds());
        }
    }

    void count(@Nullable String address) {
        if (address != null) {
            failures.get(address, none -> new AtomicInteger()).incrementAndGet();
        }
    }
}
