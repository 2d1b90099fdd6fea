package io.plexica.web.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.web.internal.guard.GuardFilter;
import io.plexica.web.internal.json.JsonProvider;
import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain answers in JSON to the network itself. CXF's way out, with its filters and writers, costs more than all guards
 * together, and where nobody has a part in it, it changes nothing; where somebody may, it is taken.
 */
final class DirectAnswers {

    private final boolean possible;
    private final ObjectMapper mapper;

    /**
     * Makes answers for one server.
     *
     * @param possible whether nobody but the platform takes part in answers
     */
    DirectAnswers(boolean possible, ObjectMapper mapper) {
        this.possible = possible;
        this.mapper = mapper;
    }

    /** Answers and leaves nothing to answer, or leaves the result as it is. */
    @Nullable
    Object answered(@Nullable Object result, Exchange exchange) throws IOException {
        Message message = exchange.getInMessage();
        Object first = result instanceof List<?> list && list.size() == 1 ? list.get(0) : null;
        if (!possible || first == null || !isPlain(exchange, message)) {
            return result;
        }
        Response response = first instanceof Response given ? given : null;
        Object entity = response == null ? first : response.getEntity();
        if (entity == null || JsonProvider.isRaw(entity.getClass()) || hasType(response)) {
            return result;
        }
        byte[] document;
        try {
            document = mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            // CXF fails in the same way, and knows how to answer that.
            return result;
        }
        write(message, response, document);
        message.getInterceptorChain().abort();
        ServerProviderFactory.releaseRequestState(message);
        return null;
    }

    private static boolean isPlain(Exchange exchange, Message message) {
        OperationResourceInfo operation = exchange.get(OperationResourceInfo.class);
        if (operation == null || exchange.get(AsyncResponse.class) != null) {
            return false;
        }
        List<MediaType> types = operation.getProduceTypes();
        return types.size() == 1
                && MediaType.APPLICATION_JSON_TYPE.equals(types.get(0))
                && !HttpMethod.HEAD.equals(message.get(Message.HTTP_REQUEST_METHOD))
                && exchange.get(Message.RESPONSE_CODE) == null;
    }

    /** Who names another type than the method's means something by it. */
    private static boolean hasType(@Nullable Response response) {
        return response != null && response.getMediaType() != null;
    }

    private static void write(Message message, @Nullable Response response, byte[] document) throws IOException {
        HttpServletResponse out = GuardFilter.responseOf(message);
        if (response != null) {
            out.setStatus(response.getStatus());
            response.getStringHeaders().forEach((name, values) -> tell(out, name, values));
        }
        out.setContentType(MediaType.APPLICATION_JSON);
        out.setContentLength(document.length);
        out.getOutputStream().write(document);
    }

    /** The first value takes the place of what the platform may have said; the others stand beside it. */
    private static void tell(HttpServletResponse out, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i == 0) {
                out.setHeader(name, values.get(i));
            } else {
                out.addHeader(name, values.get(i));
            }
        }
    }
}
