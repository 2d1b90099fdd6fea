package io.plexica.authorization.internal.engine;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes what attributes hold comparable: text, exact numbers, booleans, instants, lists and maps. Days and times without a
 * zone, enums and UUIDs are texts in their usual form. Whatever else it is, it is there, but compares with nothing.
 */
final class Values {

    private Values() {}

    static @Nullable Object of(@Nullable Object raw) {
        if (raw instanceof String || raw instanceof Boolean || raw instanceof Instant || raw instanceof BigDecimal) {
            return raw;
        }
        if (raw instanceof Number number) {
            return number(number);
        }
        if (raw instanceof Enum<?> constant) {
            return constant.name();
        }
        if (raw instanceof CharSequence || raw instanceof Character || raw instanceof UUID) {
            return raw.toString();
        }
        if (raw instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        return time(raw);
    }

    private static @Nullable Object time(@Nullable Object raw) {
        if (raw instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (raw instanceof ZonedDateTime moment) {
            return moment.toInstant();
        }
        if (raw instanceof java.sql.Date || raw instanceof java.sql.Time) {
            return raw.toString();
        }
        if (raw instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        if (raw instanceof Calendar calendar) {
            return calendar.toInstant();
        }
        if (raw instanceof Temporal) {
            return raw.toString();
        }
        return raw == null ? null : list(raw);
    }

    private static Object list(Object raw) {
        if (raw instanceof Collection<?> collection) {
            return collection instanceof List<?> ? collection : new ArrayList<>(collection);
        }
        if (raw.getClass().isArray()) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(raw); i++) {
                elements.add(Array.get(raw, i));
            }
            return elements;
        }
        return raw;
    }

    private static Object number(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            return number; // no number that compares, such as NaN
        }
    }
}
