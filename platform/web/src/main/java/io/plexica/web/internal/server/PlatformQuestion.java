package io.plexica.web.internal.server;

import io.plexica.spi.data.Database;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.jspecify.annotations.Nullable;

/** Asks a resource method something on the platform's own account, such as whether it is well. */
final class PlatformQuestion {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final Database database;
    private final ClassLoader loader;

    PlatformQuestion(Database database, ClassLoader loader) {
        this.database = database;
        this.loader = loader;
    }

    int ask(OperationResourceInfo operation) throws Exception {
        Method method = operation.getMethodToInvoke();
        if (method.getParameterCount() > 0) {
            throw new IllegalStateException(
                    method.getName() + " takes parameters, which nobody can give where the platform itself asks");
        }
        Object service = operation.getClassResourceInfo().getResourceProvider().getInstance(null);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return status(database.unitOfWork(() -> awaited(UnitOfWorkInvoker.invoke(service, method, new Object[0]))));
        } catch (WebApplicationException e) {
            return e.getResponse().getStatus();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whoever asks may be interrupted, and bounds the time. */
    private static @Nullable Object awaited(@Nullable Object answer) throws Exception {
        return answer instanceof CompletionStage<?> later
                ? later.toCompletableFuture().get()
                : answer;
    }

    private static int status(@Nullable Object answer) {
        if (answer instanceof Response response) {
            return response.getStatus();
        }
        return answer == null ? NO_CONTENT : OK;
    }
}
