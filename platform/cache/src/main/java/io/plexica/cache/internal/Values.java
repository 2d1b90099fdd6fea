package io.plexica.cache.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values as bytes. Each plugin has one of its own, since Jackson remembers classes: what it remembers goes with the plugin.
 */
final class Values {

    static final int LARGEST = 1_048_576;

    private static final Logger LOG = LoggerFactory.getLogger(Values.class);

    private final JsonMapper json = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)))
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    JavaType type(Type type) {
        return json.constructType(type);
    }

    /**
     * The bytes of a value.
     *
     * @throws PlexicaException {@code validation-failed} when JSON cannot say it, or it is too large
     */
    byte[] write(Object value) {
        byte[] bytes = bytes(value);
        if (bytes.length > LARGEST) {
            throw PlexicaException.validation(new FieldError(
                    "/value", "takes " + bytes.length + " bytes as JSON; " + LARGEST + " may be cached"));
        }
        return bytes;
    }

    /** The same, and empty when it is too large. */
    Optional<byte[]> writeIfItFits(Object value) {
        return Optional.of(bytes(value)).filter(bytes -> bytes.length <= LARGEST);
    }

    /** The value of bytes; empty when they say nothing of that type, as those of another version may. */
    Optional<Object> read(byte[] bytes, JavaType type) {
        try {
            return Optional.ofNullable(json.readValue(bytes, type));
        } catch (IOException e) {
            LOG.debug("A cached value is no {}", type, e);
            return Optional.empty();
        }
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw PlexicaException.validation(new FieldError(
                    "/value",
                    "cannot be written as JSON: " + value.getClass().getName() + ", " + e.getOriginalMessage()));
        }
    }
}
