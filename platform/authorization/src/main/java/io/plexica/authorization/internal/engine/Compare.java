package io.plexica.authorization.internal.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Compares values of one kind; of two kinds nothing can be told. */
final class Compare {

    private static final int SHORTEST_INSTANT = "2026-11-20T08:00Z".length();

    private Compare() {}

    /** Whether two values are the same. */
    static TruthValue same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Boolean && right instanceof Boolean) {
            return TruthValue.of(left.equals(right));
        }
        if (left instanceof String && left.equals(right)) {
            return TruthValue.TRUE;
        }
        Integer order = order(left, right);
        return order == null ? TruthValue.UNKNOWN : TruthValue.of(order == 0);
    }

    /** Negative, zero or positive; null when they have no order. Texts that are moments compare as moments. */
    static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String text && right instanceof String other) {
            Instant moment = instant(text);
            Instant otherMoment = moment == null ? null : instant(other);
            return moment != null && otherMoment != null ? moment.compareTo(otherMoment) : codePoints(text, other);
        }
        if (left instanceof BigDecimal number && right instanceof BigDecimal other) {
            return number.compareTo(other);
        }
        Instant moment = instant(left);
        Instant other = moment == null ? null : instant(right);
        return moment != null && other != null ? moment.compareTo(other) : null;
    }

    /** The moment that a value is; null when it is none. */
    static @Nullable Instant instant(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return moment;
        }
        if (!(value instanceof String text)
                || text.length() < SHORTEST_INSTANT
                || text.charAt(4) != '-'
                || text.charAt(10) != 'T') {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null; // a text that only looks like a moment
        }
    }

    /** As people count characters: beyond the basic plane Java's own order is another. */
    private static int codePoints(String left, String right) {
        int i = 0;
        while (i < left.length() && i < right.length()) {
            int one = left.codePointAt(i);
            int other = right.codePointAt(i);
            if (one != other) {
                return Integer.compare(one, other);
            }
            i += Character.charCount(one);
        }
        return Integer.compare(left.length(), right.length());
    }
}
