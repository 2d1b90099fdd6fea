package io.plexica.web.internal.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.FieldError;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Bodies in JSON for one server. An answer is written whole before its first byte leaves, so that one that cannot be
 * written becomes a problem and never half a document.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json", "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public final class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** Types that travel as they are, whatever the media type says. */
    private static final List<Class<?>> RAW = List.of(
            byte[].class,
            CharSequence.class,
            InputStream.class,
            OutputStream.class,
            Reader.class,
            File.class,
            StreamingOutput.class);

    private final ObjectMapper mapper;
    private final JsonReader reader;

    public JsonProvider(ObjectMapper mapper) {
        this.mapper = mapper;
        this.reader = new JsonReader(mapper);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(mediaType) && !isRaw(type);
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        List<FieldError> unknown = new ArrayList<>();
        Object value = reader.read(body, genericType, unknown);
        UnreadMembers.keep(unknown);
        return value;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return (isJson(mediaType) || isOpen(mediaType)) && !isRaw(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        byte[] document = mapper.writeValueAsBytes(value);
        if (isOpen(mediaType)) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, Integer.toString(document.length));
        body.write(document);
    }

    /** Whether neither the method nor the caller says in what form the answer is to be: it is JSON then. */
    private static boolean isOpen(@Nullable MediaType type) {
        return type != null && type.isWildcardType();
    }

    private static boolean isJson(@Nullable MediaType type) {
        if (type == null || !type.getType().equalsIgnoreCase("application")) {
            return false;
        }
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    /** Whether a type travels as it is. */
    public static boolean isRaw(Class<?> type) {
        for (Class<?> raw : RAW) {
            if (raw.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }
}
