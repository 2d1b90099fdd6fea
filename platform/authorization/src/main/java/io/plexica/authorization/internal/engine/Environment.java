package io.plexica.authorization.internal.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When and from where somebody asks. Days and hours are those of UTC.
 *
 * @param time now
 * @param ip the caller's address; null when unknown
 */
public record Environment(Instant time, @Nullable String ip) {

    @Nullable
    Object get(String name) {
        return switch (name) {
            case "time" -> time;
            case "ip" -> ip;
            case "date" -> utc().toLocalDate().toString();
            case "hour" -> utc().getHour();
            case "dayOfWeek" -> utc().getDayOfWeek().name();
            default -> null;
        };
    }

    private ZonedDateTime utc() {
        return time.atZone(ZoneOffset.UTC);
    }
}
