package io.plexica.spi.context;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The context of the calling thread. Entries (a request, a command, a worker) open a scope and close it; everything else
 * only reads. Each thread has its own; nothing is inherited by threads that are started.
 */
public final class Contexts {

    private static final ThreadLocal<ExecutionContext> CURRENT = new ThreadLocal<>();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Contexts() {}

    /** The context of this thread, or null outside any. */
    public static @Nullable ExecutionContext find() {
        return CURRENT.get();
    }

    /**
     * The context of this thread.
     *
     * @throws PlexicaException {@code internal-error} outside any
     */
    public static ExecutionContext require() {
        ExecutionContext context = CURRENT.get();
        if (context == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "This thread works for nobody: no context is open on it");
        }
        return context;
    }

    /** Makes a context this thread's until the scope is closed, which brings back the one before. Close it in {@code finally}. */
    public static Scope open(ExecutionContext context) {
        ExecutionContext before = CURRENT.get();
        Map<String, String> logBefore = MDC.getCopyOfContextMap();
        CURRENT.set(context);
        describeForLog(context);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
            if (logBefore == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(logBefore);
            }
        };
    }

    /** A fresh trace id, 32 hexadecimal digits as in W3C Trace Context. */
    public static String newTraceId() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void describeForLog(ExecutionContext context) {
        put("trace", context.traceId());
        put("tenant", context.tenant() == null ? null : context.tenant().slug());
        put(
                "user",
                context.principal() == null ? null : context.principal().id().toString());
        put("plugin", context.plugin() == null ? null : context.plugin().toString());
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    /** An open context. Closing it more than once, or on another thread, is an error of the caller. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
