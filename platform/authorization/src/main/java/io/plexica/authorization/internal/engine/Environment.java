package io.plexica.authorization.internal.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When and from where somebody asks. Days and hours are those of UTC. Looks at the clock when a condition does, once; for one
 * decision on one thread.
 */
public final class Environment {

    private final Clock clock;
    private final @Nullable String ip;
    private @Nullable Instant time;

    /**
     * From here on it is now.
     *
     * @param ip the caller's address; null when unknown
     */
    public Environment(Clock clock, @Nullable String ip) {
        this.clock = clock;
        this.ip = ip;
    }

    @Nullable
    Object get(String name) {
        return switch (name) {
            case "time" -> time();
            case "ip" -> ip;
            case "date" -> utc().toLocalDate().toString();
            case "hour" -> utc().getHour();
            case "dayOfWeek" -> utc().getDayOfWeek().name();
            default -> null;
        };
    }

    private ZonedDateTime utc() {
        return time().atZone(ZoneOffset.UTC);
    }

    private Instant time() {
        Instant known = time;
        if (known == null) {
            known = clock.instant();
            time = known;
        }
        return known;
    }
}
