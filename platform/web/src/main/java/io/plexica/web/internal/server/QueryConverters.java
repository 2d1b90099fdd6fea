package io.plexica.web.internal.server;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.problem.TypeNames;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters of the query and headers. JAX-RS would answer "not found" to {@code ?from=yesterday}; this says what is
 * wrong with it. Parameters of the path stay as they are: an id of the wrong form is the id of nothing.
 */
final class QueryConverters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            Double.class, Double::valueOf,
            BigDecimal.class, BigDecimal::new,
            Boolean.class, QueryConverters::truth,
            UUID.class, UUID::fromString,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Optional<String> name = Arrays.stream(annotations)
                .flatMap(annotation -> name(annotation).stream())
                .findFirst();
        if (name.isEmpty()) {
            return null;
        }
        if (type.isEnum()) {
            return new Converter<>(name.get(), type, text -> constant(type, text));
        }
        Class<?> whole = MethodType.methodType(type).wrap().returnType();
        Function<String, ?> reader = READERS.get(whole);
        return reader == null ? null : new Converter<>(name.get(), type, text -> value(type, whole, reader, text));
    }

    /** What a text says; a primitive type has no values that could be cast to it. */
    @SuppressWarnings("unchecked")
    private static <T> T value(Class<T> type, Class<?> whole, Function<String, ?> reader, String text) {
        Object value = whole.cast(reader.apply(text));
        return type.isPrimitive() ? (T) value : type.cast(value);
    }

    private static Optional<String> name(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return Optional.of(query.value());
        }
        return annotation instanceof HeaderParam header ? Optional.of(header.value()) : Optional.empty();
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true", "" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static <T> T constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }

    private record Converter<T>(String name, Class<T> type, Function<String, T> reader) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (RuntimeException e) {
                throw QueryConverters.refusal(name, type, e);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    private static RuntimeException refusal(String name, Class<?> type, RuntimeException cause) {
        PlexicaException refusal =
                PlexicaException.validation(new FieldError("/" + name, "must be " + TypeNames.of(type)));
        refusal.addSuppressed(cause);
        return new javax.ws.rs.BadRequestException(refusal);
    }
}
