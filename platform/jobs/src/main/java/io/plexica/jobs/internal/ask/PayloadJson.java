package io.plexica.jobs.internal.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
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
import org.jspecify.annotations.Nullable;

/**
 * Turns what a plugin says into JSON. Each plugin gets an instance of its own: a mapper remembers the classes that it has
 * seen, and with them their class loader.
 */
final class PayloadJson {

    private static final int LONGEST = 64 * 1024;

    private final ObjectMapper mapper = JsonMapper.builder()
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
     * @param job the job's name, for the message
     * @throws PlexicaException {@code internal-error} for what is no JSON object, or too long
     */
    String write(String job, Object payload) {
        JsonNode json;
        String text;
        try {
            json = mapper.valueToTree(payload);
            text = mapper.writeValueAsString(json);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw refused(job, "a " + payload.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
        if (!json.isObject()) {
            throw refused(job, "it must be a JSON object, such as a record or a map makes, not " + text, null);
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST) {
            throw refused(job, bytes + " bytes are more than " + LONGEST + ": say where to look instead", null);
        }
        return text;
    }

    private static PlexicaException refused(String job, String why, @Nullable Throwable cause) {
        return new PlexicaException(
                ErrorCode.INTERNAL_ERROR, "What the job '" + job + "' is to be told is refused: " + why, cause);
    }
}
