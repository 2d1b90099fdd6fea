package io.plexica.events.internal.outbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a plugin says into JSON. Each plugin gets an instance of its own: a mapper remembers the classes that it has
 * seen, and with them their class loader.
 */
public final class PayloadJson {

    private static final int LONGEST = 256 * 1024;

    /** So that there is room around it where it is shown. */
    private static final int DEEPEST = 500;

    /** As the mapper writes it, and not what is written of a backslash before such digits. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)))
            .addModules(new JavaTimeModule(), new Jdk8Module())
            // As the database will write them: what is small here is not to be large there.
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /**
     * The text of a payload.
     *
     * @param event the event's name, for the message
     * @throws PlexicaException {@code internal-error} for what is no JSON object, or too long
     */
    public String write(String event, Object payload) {
        String text;
        try {
            text = mapper.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw refused(event, "a " + payload.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
        if (!text.startsWith("{")) {
            throw refused(event, "it must be a JSON object, such as a record or a map makes, not " + text, null);
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST) {
            throw refused(event, bytes + " bytes are more than " + LONGEST + ": say where to look instead", null);
        }
        if (text.contains("\\u0000") && NUL.matcher(text).find()) {
            throw refused(event, "a text in it has the character NUL, which PostgreSQL cannot keep", null);
        }
        return text;
    }

    private static PlexicaException refused(String event, String why, @Nullable Throwable cause) {
        return new PlexicaException(
                ErrorCode.INTERNAL_ERROR, "The payload of '" + event + "' is refused: " + why, cause);
    }
}
