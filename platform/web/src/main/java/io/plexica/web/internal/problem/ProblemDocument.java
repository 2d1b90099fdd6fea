package io.plexica.web.internal.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.plexica.api.problem.FieldError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes problems as JSON. Values of members are written by what they are (maps, lists, numbers, truth values, else their
 * text), never by a mapper, which would remember the classes of plugins.
 */
public final class ProblemDocument {

    private static final JsonFactory JSON = new JsonFactory();
    /** More than anybody reads: whoever sends a list of thousands learns what is wrong with them by the first. */
    private static final int MOST_ERRORS = 1000;

    private static final String TYPE = "https://plexica.io/problems/";

    private ProblemDocument() {}

    /** The document of a problem, in UTF-8. */
    public static byte[] write(Problem problem, @Nullable String instance, String traceId) {
        return write(problem, problem.code().status(), instance, traceId);
    }

    /** The same where the status is not ours to choose. */
    public static byte[] write(Problem problem, int status, @Nullable String instance, String traceId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", TYPE + problem.code().code());
            json.writeStringField("title", problem.code().title());
            json.writeNumberField("status", status);
            json.writeStringField("detail", problem.detail());
            if (instance != null) {
                json.writeStringField("instance", instance);
            }
            json.writeStringField("code", problem.code().code());
            json.writeStringField("traceId", traceId);
            writeErrors(json, problem);
            for (Map.Entry<String, Object> member : problem.members().entrySet()) {
                json.writeFieldName(member.getKey());
                writeValue(json, member.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeErrors(JsonGenerator json, Problem problem) throws IOException {
        if (problem.errors().isEmpty()) {
            return;
        }
        int all = problem.errors().size();
        int written = Math.min(all, MOST_ERRORS);
        json.writeArrayFieldStart("errors");
        for (FieldError error : problem.errors().subList(0, written)) {
            writeError(json, error);
        }
        if (written < all) {
            writeError(json, new FieldError("", "and " + (all - written) + " more, of which not each is told"));
        }
        json.writeEndArray();
    }

    private static void writeError(JsonGenerator json, FieldError error) throws IOException {
        json.writeStartObject();
        json.writeStringField("pointer", error.pointer());
        json.writeStringField("message", error.message());
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                writeValue(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                writeValue(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
