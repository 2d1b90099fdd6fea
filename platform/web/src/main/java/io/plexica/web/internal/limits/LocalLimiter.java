package io.plexica.web.internal.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.spi.limits.Bucket;
import io.plexica.spi.limits.RateLimiter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the calls of this node, exactly: a count lives as long as its window, and whoever finds none begins the next. Of
 * more buckets than it has room for it forgets those used least, which lets some calls through and refuses none. Safe for
 * all threads; counting on in a window takes no lock.
 */
public final class LocalLimiter implements RateLimiter {

    static final long MOST_BUCKETS = 100_000;

    private final Ticker ticker;
    private final Cache<Bucket, Window> windows;

    /** Counts by a clock. */
    public LocalLimiter(Ticker ticker) {
        this.ticker = ticker;
        this.windows = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    private record Window(long ends, AtomicLong taken) {}

    @Override
    public Optional<Count> take(Bucket bucket) {
        long now = ticker.read();
        Window window = windows.get(bucket, key -> new Window(ticker.read() + WINDOW.toNanos(), new AtomicLong()));
        long left = Math.max(0, Math.min(WINDOW.toNanos(), window.ends() - now));
        return Optional.of(new Count(window.taken().incrementAndGet(), TimeUnit.NANOSECONDS.toMillis(left)));
    }

    long size() {
        windows.cleanUp();
        return windows.estimatedSize();
    }
}
