package io.plexica.backup.internal.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/** JSON as it stands in files; whatever is not just what is expected is refused. */
final class Json {

    private static final int LONGEST = 64 * 1024 * 1024;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static byte[] write(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Reads an entry whole. */
    static <T> T read(String name, InputStream in, Class<T> type) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw unfit(name, "is too large");
        }
        try {
            T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw unfit(name, "says nothing");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw unfit(name, "cannot be read" + where(e) + ": " + why(e));
        }
    }

    /** What an author of files can do something with; what our own classes are called is nobody's business. */
    private static String why(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "the member '" + unknown.getPropertyName() + "' is unknown";
        }
        return e instanceof JsonMappingException
                ? "something is missing, or of another kind than it should be"
                : e.getOriginalMessage();
    }

    private static String where(JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
        return path.isEmpty() ? "" : " at " + path;
    }

    private static PlexicaException unfit(String name, String message) {
        return PlexicaException.validation(new FieldError("/" + name, message));
    }
}
