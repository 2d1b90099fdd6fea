package io.plexica.web.internal.limits;

import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.limits.Bucket;
import io.plexica.spi.limits.RateLimiter;
import io.plexica.spi.limits.RateLimiter.Count;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.call.CallMeter;
import io.plexica.web.internal.metrics.CallMeters;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.settings.WebSettings;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Counts calls, tells callers how many are left, and refuses those that are too many. */
public final class RateLimits {

    private static final int MILLIS = 1000;

    private final WebSettings settings;
    private final Rooms rooms;
    private final CallMeters meters;
    private final RateLimiter local;

    public RateLimits(WebSettings settings, Rooms rooms, CallMeters meters) {
        this.settings = settings;
        this.rooms = rooms;
        this.meters = meters;
        this.local = new LocalLimiter(Ticker.systemTicker());
    }

    /** What counts a call whose answer this is. */
    public CallMeter of(HttpServletResponse response) {
        return call -> count(call, response);
    }

    private @Nullable PlexicaException count(Call call, HttpServletResponse response) {
        RateAllowance allowance = RateAllowance.of(
                call.context(), call.matched(), settings.current().limits());
        long limit = allowance.perMinute();
        if (limit == 0) {
            return null;
        }
        Count count = count(allowance.bucket());
        long seconds = (count.resetMillis() + MILLIS - 1) / MILLIS;
        response.setHeader("RateLimit-Limit", Long.toString(limit));
        response.setHeader("RateLimit-Remaining", Long.toString(Math.max(0, limit - count.taken())));
        response.setHeader("RateLimit-Reset", Long.toString(seconds));
        if (count.taken() <= limit) {
            return null;
        }
        meters.refused();
        return refusal(limit, Math.max(1, seconds));
    }

    private Count count(Bucket bucket) {
        RateLimiter shared = rooms.limiter();
        Optional<Count> count = shared == null ? Optional.empty() : shared.take(bucket);
        return count.or(() -> local.take(bucket)).orElseThrow();
    }

    private static PlexicaException refusal(long limit, long seconds) {
        return new PlexicaException(
                        ErrorCode.RATE_LIMITED,
                        "More than " + limit + " of these calls in a minute: go on in " + seconds + " s")
                .with("retryAfter", seconds);
    }
}
