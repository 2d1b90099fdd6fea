package io.plexica.identity.internal.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries a sign-in again that is refused right after the same user got in. Keycloak answers before its own guard against guessing
 * is through with a sign-in, and until then it refuses the user's next one as if the password were wrong; nothing in its answer
 * tells the two apart. Safe for all threads.
 */
final class SignInRetry {

    private static final Duration AFTERMATH = Duration.ofSeconds(3);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1));
    private static final int LARGEST = 100_000;

    private final Cache<String, Boolean> gotIn;
    private final List<Duration> pauses;

    SignInRetry(Ticker ticker) {
        this(ticker, PAUSES);
    }

    SignInRetry(Ticker ticker, List<Duration> pauses) {
        this.pauses = pauses;
        this.gotIn = Caffeine.newBuilder()
                .maximumSize(LARGEST)
                .expireAfterWrite(AFTERMATH)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Does the work, and again after a pause when it is refused in the aftermath of a success by this key.
     *
     * @throws PlexicaException that of the last try
     */
    <T> T take(String key, Supplier<T> signIn) {
        boolean aftermath = gotIn.getIfPresent(key) != null;
        T tokens = aftermath ? again(signIn, 0) : signIn.get();
        gotIn.put(key, true);
        return tokens;
    }

    private <T> T again(Supplier<T> signIn, int tries) {
        try {
            return signIn.get();
        } catch (PlexicaException e) {
            if (e.code() != ErrorCode.UNAUTHENTICATED || tries == pauses.size() || !pause(pauses.get(tries))) {
                throw e;
            }
        }
        return again(signIn, tries + 1);
    }

    private static boolean pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
