package io.plexica.plugins.internal.services;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a provider's method comes to in the caller's unit of work, or in one of its own: alike in both. What the
 * method declares reaches the caller as it is; a database that is away is nobody's failure; all else is the provider's.
 */
final class ProviderAnswer {

    private final PluginRef provider;
    private final Object service;
    private final Method method;
    private final @Nullable Object @Nullable [] arguments;
    private final Database database;
    private @Nullable Exception declared;

    ProviderAnswer(
            PluginRef provider,
            Object service,
            Method method,
            @Nullable Object @Nullable [] arguments,
            Database database) {
        this.provider = provider;
        this.service = service;
        this.method = method;
        this.arguments = arguments;
        this.database = database;
    }

    @Nullable
    Object get() throws Throwable {
        try {
            return database.unitOfWork(this::answer);
        } catch (Exception | LinkageError | StackOverflowError e) {
            throw told(e);
        }
    }

    static boolean isDeclared(Method method, Throwable failure) {
        return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(failure));
    }

    private @Nullable Object answer() throws Exception {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            Exception thrown = e.getCause() instanceof Exception known ? known : e;
            if (isDeclared(method, thrown) && !(thrown instanceof PlexicaException)) {
                declared = thrown;
            }
            throw thrown;
        }
    }

    private Throwable told(Throwable failure) {
        if (declared != null) {
            return declared;
        }
        PlexicaException known = failure instanceof PlexicaException coded
                ? coded
                : database.leaving(failure).orElseGet(() -> failed(failure));
        boolean elsewhere = known.code() == ErrorCode.UNAVAILABLE && database.isOutage(known);
        return elsewhere || known.extensions().containsKey("plugin") ? known : known.with("plugin", provider.id());
    }

    private PlexicaException failed(Throwable cause) {
        return new PlexicaException(
                ErrorCode.PLUGIN_ERROR,
                provider + " failed in " + method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                cause);
    }
}
