package io.plexica.spi.context;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.security.SecureRandom;
import java.util.HexFormat;
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
        CURRENT.set(context);
        describeForLog(before, context);
        return () -> {
            if (before == null) {
                CURRENT.remove();
                MDC.clear();
            } else {
                CURRENT.set(before);
                describeForLog(context, before);
            }
        };
    }

    /** A fresh trace id, 32 hexadecimal digits as in W3C Trace Context. */
    public static String newTraceId() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Changes what the log says only where it changes: every change copies all of it. */
    private static void describeForLog(@Nullable ExecutionContext from, ExecutionContext to) {
        put("trace", from == null ? null : from.traceId(), to.traceId());
        put("tenant", from == null ? null : tenant(from), tenant(to));
        put("workspace", from == null ? null : workspace(from), workspace(to));
        put("user", from == null ? null : user(from), user(to));
        put("plugin", from == null ? null : plugin(from), plugin(to));
    }

    private static @Nullable String tenant(ExecutionContext context) {
        return context.tenant() == null ? null : context.tenant().slug();
    }

    private static @Nullable String workspace(ExecutionContext context) {
        return context.workspace() == null ? null : context.workspace().slug();
    }

    private static @Nullable String user(ExecutionContext context) {
        return context.principal() == null ? null : context.principal().id().toString();
    }

    private static @Nullable String plugin(ExecutionContext context) {
        return context.plugin() == null ? null : context.plugin().toString();
    }

    private static void put(String key, @Nullable String before, @Nullable String value) {
        if (value == null) {
            if (before != null) {
                MDC.remove(key);
            }
        } else if (!value.equals(before)) {
            MDC.put(key, value);
        }
    }

    /** An open context. Closing it more than once, or on another thread, is an error of the caller. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
