package io.plexica.web.internal.server;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Obligations;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds calls whose permission depends on the resource and whose method never asked: nothing of them may be kept or
 * answered. A refusal tells nothing of a resource, so it is answered, but what was done before it is not kept either.
 */
final class UndecidedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(UndecidedCalls.class);
    private static final int FIRST_ERROR = 400;

    private UndecidedCalls() {}

    /**
     * Judges what a method returned, within its unit of work.
     *
     * @throws PlexicaException {@code internal-error}
     */
    static void refuse(Obligations obligations, Method method, @Nullable Object result) {
        Set<String> unmet = obligations.unmet();
        if (unmet.isEmpty()) {
            return;
        }
        if (result instanceof Response response && response.getStatus() >= FIRST_ERROR) {
            throw new WebApplicationException(response);
        }
        LOG.error(
                "{}#{} returned without having decided about {}: a policy reads the resource, so the method must call"
                        + " RequestContext.check or filter",
                method.getDeclaringClass().getName(),
                method.getName(),
                unmet);
        throw new PlexicaException(
                ErrorCode.INTERNAL_ERROR,
                "Whether you may do this depends on what it is done to, and that was not looked at, so it is refused;"
                        + " the log tells more under this trace id");
    }

    /** Whether the answer is still to come, so that it is judged when it comes. */
    static boolean isPending(@Nullable AsyncResponse response, @Nullable Object result) {
        if (response != null) {
            return response.isSuspended();
        }
        return result instanceof CompletionStage && !(result instanceof CompletableFuture<?> future && future.isDone());
    }

    /** What is answered in the end, out of what CXF hands on. */
    static @Nullable Object answer(@Nullable Object result) {
        return result instanceof List<?> list && !list.isEmpty() ? list.get(0) : result;
    }
}
