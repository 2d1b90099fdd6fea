package io.plexica.configuration.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.config.SecretSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What vaults know of secrets, remembered for a while; what no vault knows is asked for again sooner. One that cannot be asked
 * does not make forget what it said before. Safe for all threads.
 */
final class Vaults {

    static final Duration MEMORY = Duration.ofMinutes(5);
    static final Duration MEMORY_OF_NOTHING = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Vaults.class);

    private final Supplier<List<SecretSource>> sources;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Vaults(Supplier<List<SecretSource>> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    Optional<String> find(String name) {
        List<SecretSource> present = sources.get();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        Known before = known.get(name);
        if (before != null && before.isGoodAt(clock.instant())) {
            return before.secret();
        }
        return ask(name, present, before);
    }

    /** Forgets all, since a vault has come or gone. */
    void forget() {
        known.clear();
    }

    private Optional<String> ask(String name, List<SecretSource> present, @Nullable Known before) {
        try {
            Optional<String> found = Optional.empty();
            for (SecretSource source : present) {
                found = source.find(name).filter(text -> !text.isEmpty());
                if (found.isPresent()) {
                    break;
                }
            }
            remember(name, found, found.isPresent() ? MEMORY : MEMORY_OF_NOTHING);
            return found;
        } catch (Exception e) {
            if (before == null || before.secret().isEmpty()) {
                throw new PlexicaException(
                        ErrorCode.UNAVAILABLE, "The place where the secret " + name + " is kept cannot be asked", e);
            }
            LOG.warn("A vault cannot be asked for {}; what it said before is used: {}", name, e.getMessage());
            remember(name, before.secret(), MEMORY_OF_NOTHING);
            return before.secret();
        }
    }

    private void remember(String name, Optional<String> secret, Duration memory) {
        Instant now = clock.instant();
        known.put(name, new Known(secret, now, now.plus(memory)));
    }

    private record Known(Optional<String> secret, Instant since, Instant until) {

        /** A clock that has been set back makes nobody remember for longer. */
        boolean isGoodAt(Instant now) {
            return now.isBefore(until) && !now.isBefore(since);
        }

        @Override
        public String toString() {
            return "Known";
        }
    }
}
