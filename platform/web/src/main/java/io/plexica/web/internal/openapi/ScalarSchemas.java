package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.web.EventStream;
import java.io.File;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** The schemas of types that are no objects. */
final class ScalarSchemas {

    private record Scalar(String type, @Nullable String format) {}

    private static final Scalar MOMENT = new Scalar("string", "date-time");
    private static final Scalar BYTES = new Scalar("string", "binary");

    private static final Map<Class<?>, Scalar> SCALARS = Map.ofEntries(
            Map.entry(String.class, new Scalar("string", null)),
            Map.entry(Character.class, new Scalar("string", null)),
            Map.entry(UUID.class, new Scalar("string", "uuid")),
            Map.entry(URI.class, new Scalar("string", "uri")),
            Map.entry(Instant.class, MOMENT),
            Map.entry(OffsetDateTime.class, MOMENT),
            Map.entry(ZonedDateTime.class, MOMENT),
            Map.entry(LocalDateTime.class, new Scalar("string", null)),
            Map.entry(Date.class, MOMENT),
            Map.entry(LocalDate.class, new Scalar("string", "date")),
            Map.entry(LocalTime.class, new Scalar("string", "time")),
            Map.entry(Duration.class, new Scalar("string", "duration")),
            Map.entry(Boolean.class, new Scalar("boolean", null)),
            Map.entry(boolean.class, new Scalar("boolean", null)),
            Map.entry(Byte.class, new Scalar("integer", null)),
            Map.entry(byte.class, new Scalar("integer", null)),
            Map.entry(Short.class, new Scalar("integer", null)),
            Map.entry(short.class, new Scalar("integer", null)),
            Map.entry(Integer.class, new Scalar("integer", "int32")),
            Map.entry(int.class, new Scalar("integer", "int32")),
            Map.entry(Long.class, new Scalar("integer", "int64")),
            Map.entry(long.class, new Scalar("integer", "int64")),
            Map.entry(BigInteger.class, new Scalar("integer", null)),
            Map.entry(Float.class, new Scalar("number", "float")),
            Map.entry(float.class, new Scalar("number", "float")),
            Map.entry(Double.class, new Scalar("number", "double")),
            Map.entry(double.class, new Scalar("number", "double")),
            Map.entry(BigDecimal.class, new Scalar("number", null)),
            Map.entry(byte[].class, BYTES),
            Map.entry(InputStream.class, BYTES),
            Map.entry(File.class, BYTES),
            Map.entry(StreamingOutput.class, BYTES),
            Map.entry(EventStream.class, new Scalar("string", null)));

    private ScalarSchemas() {}

    /** The schema of a type; null when it is an object or a list. */
    static @Nullable ObjectNode of(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
            return schema;
        }
        if (type.isEnum()) {
            schema.put("type", "string");
            for (Object constant : type.getEnumConstants()) {
                schema.withArray("enum").add(((Enum<?>) constant).name());
            }
            return schema;
        }
        Scalar scalar = SCALARS.get(type);
        if (scalar == null) {
            return null;
        }
        schema.put("type", scalar.type());
        if (scalar.format() != null) {
            schema.put("format", scalar.format());
        }
        return schema;
    }
}
