package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private final Schemas schemas;
    private final Parameters parameters;
    private final String prefix;

    Operations(Schemas schemas, String prefix) {
        this.schemas = schemas;
        this.parameters = new Parameters(schemas);
        this.prefix = prefix;
    }

    ObjectNode describe(ClassResourceInfo resource, OperationResourceInfo operation, Guard guard, String tag) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        String name = operation.getMethodToInvoke().getName();
        described.put("operationId", prefix + resource.getServiceClass().getSimpleName() + "." + name);
        described.put("summary", Words.sentence(name));
        described.putArray("tags").add(tag);
        Access.describe(guard, described);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        parameters.describe(operation, list);
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
        Refusals.describe(operation.getHttpMethod(), body != null, !prefix.isEmpty(), responses);
        return described;
    }

    private void responses(OperationResourceInfo operation, ObjectNode responses) {
        Type answer = unwrapped(operation.getAnnotatedMethod().getGenericReturnType());
        if (answer == void.class || answer == Void.class) {
            responses.putObject("204").put("description", "Done");
        } else if (answer == Response.class || suspended(operation)) {
            responses.putObject("2XX").put("description", "Done");
        } else {
            ObjectNode ok = responses.putObject("200").put("description", done(operation));
            content(ok, operation.getProduceTypes(), answer);
        }
    }

    private static String done(OperationResourceInfo operation) {
        EventNames events = operation.getAnnotatedMethod().getAnnotation(EventNames.class);
        return events == null ? "Done" : "Server-sent events: " + String.join(", ", events.value());
    }

    private void content(ObjectNode into, @Nullable List<MediaType> types, Type type) {
        ObjectNode content = into.putObject("content");
        for (String media : media(types)) {
            content.putObject(media).set("schema", schemas.of(type));
        }
    }

    private static List<String> media(@Nullable List<MediaType> types) {
        if (types == null || types.isEmpty() || types.stream().anyMatch(MediaType::isWildcardType)) {
            return List.of(MediaType.APPLICATION_JSON);
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
