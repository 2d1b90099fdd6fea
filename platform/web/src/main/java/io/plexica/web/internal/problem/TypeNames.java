package io.plexica.web.internal.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Java types in the words of somebody who writes JSON or an address. */
public final class TypeNames {

    private static final Set<Class<?>> WHOLE = Set.of(
            int.class,
            long.class,
            short.class,
            byte.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            BigInteger.class);
    private static final Set<Class<?>> DECIMAL =
            Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class, Number.class);

    private TypeNames() {}

    /** Such as "a whole number" or "one of NEW, WON"; "of another form" where nothing better is known. */
    public static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "of another form";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        if (WHOLE.contains(type)) {
            return "a whole number in range";
        }
        if (DECIMAL.contains(type)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        return structured(type);
    }

    private static String structured(Class<?> type) {
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Instant.class) {
            return "a moment such as 2026-11-20T10:15:30Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-20";
        }
        if (type == LocalTime.class) {
            return "a time such as 10:15:30";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date and time in ISO 8601";
        }
        if (type == Duration.class) {
            return "a duration such as PT15M";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isPrimitive() || type.getName().startsWith("java.lang.") ? "of another form" : "an object";
    }
}
