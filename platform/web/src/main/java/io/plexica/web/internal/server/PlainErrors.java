package io.plexica.web.internal.server;

import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.GuardFilter;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.Problems;
import java.util.List;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.MessageContentsList;
import org.jspecify.annotations.Nullable;

/** Gives an answer that is only a status, such as {@code Response.status(404).build()}, the body that all errors have. */
final class PlainErrors {

    private static final int FIRST_ERROR = 400;

    private PlainErrors() {}

    /** What a method answered, or the problem in its place. */
    static @Nullable Object dressed(@Nullable Object result, Exchange exchange) {
        if (!(result instanceof List<?> list) || list.isEmpty() || !(list.get(0) instanceof Response response)) {
            return result;
        }
        if (response.getStatus() < FIRST_ERROR || response.hasEntity()) {
            return result;
        }
        Call call = GuardFilter.callOf(exchange.getInMessage());
        Problem problem = Problems.of(
                new WebApplicationException(response), call.context().plugin());
        return new MessageContentsList(ProblemMapper.response(problem, call));
    }
}
