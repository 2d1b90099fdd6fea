package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.rest.Answers;
import io.plexica.spi.web.EventNames;
import io.plexica.web.internal.guard.Guard;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.jspecify.annotations.Nullable;

/** Describes operations: one method of a resource each. */
final class Operations {

    private static final String DONE = "Done";

    private final Schemas schemas;
    private final Parameters parameters;
    private final String prefix;

    Operations(Schemas schemas, String prefix) {
        this.schemas = schemas;
        this.parameters = new Parameters(schemas);
        this.prefix = prefix;
    }

    ObjectNode describe(
            ClassResourceInfo resource, OperationResourceInfo operation, String path, Guard guard, String tag) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        String name = operation.getMethodToInvoke().getName();
        described.put("operationId", prefix + resource.getServiceClass().getSimpleName() + "." + name);
        described.put("summary", JavaNames.sentence(name));
        described.putArray("tags").add(tag);
        Access.describe(guard, described);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        parameters.describe(operation, list);
        Parameters.ofPath(path, list);
        Access.headers(guard, operation.getHttpMethod(), list);
        if (!list.isEmpty()) {
            described.set("parameters", list);
        }
        Type body = Parameters.body(operation);
        if (body != null) {
            ObjectNode request = described.putObject("requestBody");
            request.put("required", !Parameters.mayLackBody(operation));
            content(request, operation.getConsumeTypes(), body);
        }
        ObjectNode responses = described.putObject("responses");
        responses(operation, responses);
        if (list.findValuesAsText("name").contains("Prefer")) {
            responses.putObject("202").put("description", "Goes on; the operation under Location tells how far it is");
        }
        Refusals.describe(operation.getHttpMethod(), body != null, !prefix.isEmpty(), responses);
        return described;
    }

    private void responses(OperationResourceInfo operation, ObjectNode responses) {
        Type answer = unwrapped(operation.getAnnotatedMethod().getGenericReturnType());
        Answers told = operation.getAnnotatedMethod().getAnnotation(Answers.class);
        if (told != null) {
            answers(told, operation, responses);
        } else if (answer == void.class || answer == Void.class) {
            responses.putObject("204").put("description", DONE);
        } else if (answer == Response.class || suspended(operation)) {
            responses.putObject("2XX").put("description", DONE);
        } else {
            ObjectNode ok = responses.putObject("200").put("description", done(operation));
            content(ok, operation.getProduceTypes(), answer);
        }
    }

    private void answers(Answers told, OperationResourceInfo operation, ObjectNode responses) {
        ObjectNode done = responses.putObject(Integer.toString(told.status())).put("description", DONE);
        if (told.value() != void.class) {
            content(done, operation.getProduceTypes(), told.value());
        }
        for (int status : told.also()) {
            responses.putObject(Integer.toString(status)).put("description", DONE);
        }
    }

    private static String done(OperationResourceInfo operation) {
        EventNames events = operation.getAnnotatedMethod().getAnnotation(EventNames.class);
        return events == null ? DONE : "Server-sent events: " + String.join(", ", events.value());
    }

    private void content(ObjectNode into, @Nullable List<MediaType> types, Type type) {
        ObjectNode content = into.putObject("content");
        ObjectNode schema = schemas.of(type);
        String usual = schema.path("format").asText().equals("binary")
                ? MediaType.APPLICATION_OCTET_STREAM
                : MediaType.APPLICATION_JSON;
        for (String media : media(types, usual)) {
            content.putObject(media).set("schema", schema.deepCopy());
        }
    }

    private static List<String> media(@Nullable List<MediaType> types, String usual) {
        if (types == null || types.isEmpty() || types.stream().anyMatch(MediaType::isWildcardType)) {
            return List.of(usual);
        }
        return types.stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .toList();
    }

    private static Type unwrapped(Type type) {
        boolean later = type instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw
                && CompletionStage.class.isAssignableFrom(raw);
        return later ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    }

    private static boolean suspended(OperationResourceInfo operation) {
        return List.of(operation.getAnnotatedMethod().getParameterTypes())
                .contains(javax.ws.rs.container.AsyncResponse.class);
    }
}
