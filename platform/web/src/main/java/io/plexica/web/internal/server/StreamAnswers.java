package io.plexica.web.internal.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.web.EventStream;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.GuardFilter;
import io.plexica.web.internal.guard.Rules;
import io.plexica.web.internal.stream.EventStreams;
import java.io.IOException;
import java.util.List;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** Answers with event streams where methods of one server return them; CXF is done with such a call then. */
final class StreamAnswers {

    private final EventStreams streams;
    private final Rules rules;
    private final ObjectMapper mapper;

    StreamAnswers(EventStreams streams, Rules rules, ObjectMapper mapper) {
        this.streams = streams;
        this.rules = rules;
        this.mapper = mapper;
    }

    /** Answers if the result is a stream, and leaves nothing to answer then. */
    @Nullable
    Object answered(@Nullable Object result, Exchange exchange) throws IOException {
        Object first = result instanceof List<?> list && !list.isEmpty() ? list.get(0) : null;
        Response response = first instanceof Response given ? given : null;
        Object entity = response == null ? first : response.getEntity();
        if (!(entity instanceof EventStream stream)) {
            return result;
        }
        Message message = exchange.getInMessage();
        Call call = GuardFilter.callOf(message);
        HttpServletResponse out = GuardFilter.responseOf(message);
        if (call.method().equals("HEAD")) {
            head(out, response);
        } else {
            streams.answer(
                    stream,
                    this,
                    call,
                    rules.guardOf(exchange.get(OperationResourceInfo.class)),
                    mapper,
                    () -> begin(message, out, response));
        }
        message.getInterceptorChain().abort();
        ServerProviderFactory.releaseRequestState(message);
        return null;
    }

    /** Ends all streams of this server. */
    void end() {
        streams.end(this);
    }

    private static AsyncContext begin(Message message, HttpServletResponse out, @Nullable Response response) {
        head(out, response);
        return ((CallRequest) GuardFilter.requestOf(message)).startStream(out);
    }

    private static void head(HttpServletResponse out, @Nullable Response response) {
        if (response != null) {
            out.setStatus(response.getStatus());
            response.getStringHeaders().forEach((name, values) -> values.forEach(value -> out.addHeader(name, value)));
        }
        out.setContentType("text/event-stream;charset=utf-8");
        // Proxies that gather an answer before they pass it on would pass on nothing.
        out.setHeader("X-Accel-Buffering", "no");
    }
}
