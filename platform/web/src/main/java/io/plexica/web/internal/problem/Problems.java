package io.plexica.web.internal.problem;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.web.internal.http.ConnectionAbort;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.validation.ConstraintViolationException;
import javax.ws.rs.WebApplicationException;
import org.apache.cxf.interceptor.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Turns whatever was thrown into a problem: the one place where that is decided, with the database's word for what it alone
 * understands.
 */
public final class Problems {

    private static final int MAX_DEPTH = 20;
    private static final int FAILED = 500;

    private Problems() {}

    /**
     * The problem of a failure.
     *
     * @param plugin whose code ran; null for the platform's own
     */
    public static Problem of(Throwable failure, @Nullable PluginRef plugin) {
        Throwable thrown = unwrap(failure);
        Problem problem = known(thrown).orElseGet(() -> unknown(plugin));
        if (plugin != null && thrown instanceof WebApplicationException && problem.code() == ErrorCode.INTERNAL_ERROR) {
            // What it says by a bare status is as much its own failure as what it throws.
            problem = unknown(plugin);
        }
        boolean namesPlugin = problem.code().code().startsWith("plugin-");
        return plugin != null && namesPlugin ? problem.withMember("plugin", plugin.id()) : problem;
    }

    /**
     * What is to be told of a failure: for one that would be told as nobody's, what the database says of it if it says anything
     * that a caller can act on. Whoever answers asks for this first.
     */
    public static Throwable told(Throwable failure, @Nullable PluginRef plugin, @Nullable Database database) {
        return database != null && of(failure, plugin).code().status() == FAILED
                ? database.meaning(unwrap(failure))
                        .<Throwable>map(known -> known)
                        .orElse(failure)
                : failure;
    }

    /** What was really thrown, without the wrappings of those who passed it on. */
    public static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        for (int depth = 0; depth < MAX_DEPTH && isWrapping(inner); depth++) {
            Throwable cause = inner.getCause();
            if (cause == null) {
                return inner;
            }
            inner = cause;
        }
        return inner;
    }

    private static Optional<Problem> known(Throwable failure) {
        if (failure instanceof PlexicaException coded) {
            return Optional.of(Problem.of(coded));
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return Optional.of(
                    Problem.of(PlexicaException.validation(Violations.errors(invalid.getConstraintViolations()))));
        }
        if (failure instanceof WebApplicationException answer) {
            return Optional.of(WebProblems.of(answer));
        }
        if (ConnectionAbort.isGone(failure)) {
            return Optional.of(
                    Problem.of(ErrorCode.VALIDATION_FAILED, "The request broke off, or did not go on for too long"));
        }
        return Optional.empty();
    }

    private static Problem unknown(@Nullable PluginRef plugin) {
        return plugin == null
                ? Problem.of(
                        ErrorCode.INTERNAL_ERROR,
                        "Something went wrong in the platform; the log tells more under this trace id")
                : Problem.of(
                        ErrorCode.PLUGIN_ERROR,
                        "The plugin " + plugin.id() + " failed; the log tells more under this trace id");
    }

    private static boolean isWrapping(Throwable failure) {
        return failure instanceof Fault
                || failure instanceof InvocationTargetException
                || failure instanceof UndeclaredThrowableException
                || failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof UncheckedIOException
                || failure.getClass() == RuntimeException.class && failure.getCause() instanceof Error
                || failure instanceof WebApplicationException && failure.getCause() instanceof PlexicaException;
    }
}
