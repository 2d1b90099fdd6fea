package io.plexica.web.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.problem.JsonFailures;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one document, and says all that is wrong with it. */
final class JsonReader {

    private final ObjectMapper mapper;

    JsonReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads a document.
     *
     * @param unknown gets the members that nobody knows; the value must not be used when there are any
     * @return the value; null when the stream holds nothing
     */
    @Nullable
    Object read(InputStream body, Type type, List<FieldError> unknown) throws IOException {
        JavaType wanted = mapper.constructType(type);
        ObjectReader reader = mapper.readerFor(wanted).withAttribute(UnknownMembers.FOUND, unknown);
        byte[] document = Utf8.read(body);
        try (JsonParser parser = new CleanTextParser(mapper.getFactory().createParser(document))) {
            return parser.nextToken() == null ? null : reader.readValue(parser);
        } catch (JsonProcessingException e) {
            throw refusal(e, unknown);
        }
    }

    private static RuntimeException refusal(JsonProcessingException failure, List<FieldError> unknown)
            throws JsonProcessingException {
        PlexicaException refusal = JsonFailures.of(failure).orElse(null);
        if (refusal == null) {
            throw failure;
        }
        if (unknown.isEmpty() || refusal.errors().isEmpty()) {
            return refusal;
        }
        List<FieldError> all = new ArrayList<>(unknown);
        all.addAll(refusal.errors());
        return PlexicaException.validation(all);
    }
}
