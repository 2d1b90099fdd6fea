package io.plexica.web.internal.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.web.EventStream;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.repeat.KeptAnswer;
import io.plexica.web.internal.repeat.KeptAnswers;
import io.plexica.web.internal.repeat.KeyedCall;
import io.plexica.web.internal.rooms.Rooms;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Does a call that carries a key once: its answer is kept in its own unit of work, so that there is either both or nothing,
 * and given again when the call is repeated. What failed is not kept and may be tried again.
 */
final class IdempotentCalls {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int LARGEST = 262_144;
    private static final int FIRST_ERROR = 400;
    private static final int DONE = 200;
    private static final int NOTHING = 204;

    private final Rooms rooms;
    private final ObjectMapper mapper;

    IdempotentCalls(Rooms rooms, ObjectMapper mapper) {
        this.rooms = rooms;
        this.mapper = mapper;
    }

    /**
     * The call with its key; null when it carries none, or none that counts: only POSTs of somebody who is known, whose body
     * was read before the method runs, have one.
     */
    static @Nullable KeyedCall keyed(CallRequest request, Call call, Method method) {
        byte[] body = request.bodyDigest();
        Principal principal = call.context().principal();
        if (body == null || principal == null || !isKeyable(method)) {
            return null;
        }
        List<String> keys = Collections.list(request.getHeaders(KeyedCall.HEADER));
        return KeyedCall.of(keys, principal, call.context(), call.pathOnSite(), request.getQueryString(), body);
    }

    /** Runs a method in the current unit of work, unless its answer is known. */
    @Nullable
    Object once(KeyedCall call, OperationResourceInfo operation, Callable<@Nullable Object> method) throws Exception {
        rooms.requireAnswers();
        Database database = rooms.database();
        Optional<KeptAnswer> before = KeptAnswers.claim(database, call);
        if (before.isPresent()) {
            return again(before.get());
        }
        Object result = method.call();
        int status = result instanceof Response response ? response.getStatus() : result == null ? NOTHING : DONE;
        if (status < FIRST_ERROR) {
            KeptAnswers.keep(database, call, kept(status, result, operation));
        }
        return result;
    }

    private static Response again(KeptAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, "true");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.body() != null) {
            response.entity(answer.body()).type(answer.contentType());
        }
        return response.build();
    }

    private KeptAnswer kept(int status, @Nullable Object result, OperationResourceInfo operation)
            throws JsonProcessingException {
        Response response = result instanceof Response given ? given : null;
        Object entity = response == null ? result : response.getEntity();
        String location = response == null ? null : response.getHeaderString(HttpHeaders.LOCATION);
        String etag = response == null ? null : response.getHeaderString(HttpHeaders.ETAG);
        byte[] body = isSecret(response) ? null : bytes(entity);
        boolean whole = entity == null || body != null && body.length <= LARGEST;
        return new KeptAnswer(status, type(response, operation), location, etag, whole ? body : null, whole);
    }

    private static boolean isSecret(@Nullable Response response) {
        String control = response == null ? null : response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return control != null && control.contains("no-store");
    }

    private byte @Nullable [] bytes(@Nullable Object entity) throws JsonProcessingException {
        if (entity == null || entity instanceof StreamingOutput || entity instanceof EventStream) {
            return null;
        }
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        return entity instanceof CharSequence text ? text.toString().getBytes(UTF_8) : mapper.writeValueAsBytes(entity);
    }

    private static String type(@Nullable Response response, OperationResourceInfo operation) {
        MediaType given = response == null ? null : response.getMediaType();
        if (given != null) {
            return given.toString();
        }
        return operation.getProduceTypes().stream()
                .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype())
                .map(type -> type.getType() + "/" + type.getSubtype())
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
    }

    /** What reads the body itself runs before it is known what the body is; what answers later is not done by then. */
    private static boolean isKeyable(Method method) {
        return !CompletionStage.class.isAssignableFrom(method.getReturnType())
                && Arrays.stream(method.getParameterTypes())
                        .noneMatch(type -> InputStream.class.isAssignableFrom(type)
                                || Reader.class.isAssignableFrom(type)
                                || type == AsyncResponse.class);
    }
}
