package io.plexica.web.internal.server;

import io.plexica.web.internal.json.JsonProvider;
import java.util.List;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.MessageContentsList;
import org.jspecify.annotations.Nullable;

/**
 * An object that a method answers without saying in which form is JSON, as everything here is. CXF would look for what writes
 * it as anything at all, find nothing, and say so to the caller in a plain sentence.
 */
final class JsonUnlessSaid {

    private JsonUnlessSaid() {}

    /** What a method answered, with its form. */
    static @Nullable Object said(@Nullable Object result, Exchange exchange) {
        Object first = result instanceof List<?> list && list.size() == 1 ? list.get(0) : null;
        OperationResourceInfo operation = exchange.get(OperationResourceInfo.class);
        if (first == null || operation == null || !isUnsaid(operation)) {
            return result;
        }
        Response response =
                first instanceof Response given ? given : Response.ok(first).build();
        Object entity = response.getEntity();
        if (entity == null || JsonProvider.isRaw(entity.getClass()) || response.getMediaType() != null) {
            return result;
        }
        return new MessageContentsList(Response.fromResponse(response)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build());
    }

    private static boolean isUnsaid(OperationResourceInfo operation) {
        return operation.getProduceTypes().stream().allMatch(MediaType::isWildcardType);
    }
}
