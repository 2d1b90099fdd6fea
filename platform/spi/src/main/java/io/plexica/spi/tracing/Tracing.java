package io.plexica.spi.tracing;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tracing.Tracer.Kind;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The span of the calling thread, and where spans go. While traces are not exported all of this does nothing, at the price of
 * a glance at one field. Safe for all threads.
 */
public final class Tracing {

    private static final ThreadLocal<TraceParent> CURRENT = new ThreadLocal<>();

    private static volatile @Nullable Tracer exporter;

    private Tracing() {}

    /** Exports spans from now on, by this tracer alone. */
    public static void export(Tracer tracer) {
        exporter = tracer;
    }

    /** Exports no more by this tracer, unless another has taken its place. */
    public static void end(Tracer tracer) {
        if (tracer.equals(exporter)) {
            exporter = null;
        }
    }

    /** Whether spans are exported. */
    public static boolean isOn() {
        return exporter != null;
    }

    /** Begins a span with which a piece of work enters the platform. */
    public static Span begin(Kind kind, String name, String traceId, @Nullable TraceParent parent) {
        Tracer tracer = exporter;
        return tracer == null ? Span.NONE : tracer.begin(kind, name, TraceParent.traceOf(traceId), parent, null);
    }

    /** Begins a part of the thread's span; nothing outside any. */
    public static Span part(Kind kind, String name) {
        return part(kind, name, null);
    }

    /** Tells that the thread's span has published an event; nothing outside any. */
    public static void published(String name, UUID event) {
        TraceParent current = current();
        if (current != null) {
            TraceParent published = TraceParent.ofEvent(current.traceId(), event);
            part(Kind.PRODUCER, "publish " + name, published.spanId()).close();
        }
    }

    private static Span part(Kind kind, String name, @Nullable String spanId) {
        Tracer tracer = exporter;
        TraceParent current = tracer == null ? null : CURRENT.get();
        if (tracer == null || current == null) {
            return Span.NONE;
        }
        Span span = tracer.begin(kind, name, current.traceId(), current, spanId);
        describe(span, Contexts.find());
        return span;
    }

    /** Notes for whom a span works. */
    public static void describe(Span span, @Nullable ExecutionContext context) {
        if (span == Span.NONE || context == null) {
            return;
        }
        note(
                span,
                "plexica.tenant",
                context.tenant() == null ? null : context.tenant().slug());
        note(
                span,
                "plexica.workspace",
                context.workspace() == null ? null : context.workspace().slug());
        note(
                span,
                "plexica.plugin",
                context.plugin() == null ? null : context.plugin().toString());
        note(
                span,
                "plexica.user",
                context.principal() == null ? null : context.principal().id().toString());
    }

    /** Makes a span the thread's until the scope is closed, which brings back the one before. */
    public static Scope enter(Span span) {
        TraceParent id = span.id();
        return id == null ? Scope.NONE : enter(id);
    }

    /** The thread's span; null outside any. */
    public static @Nullable TraceParent current() {
        return exporter == null ? null : CURRENT.get();
    }

    /** The same work, in the span of the calling thread, whichever thread does it. */
    public static <T extends @Nullable Object> Callable<T> carry(Callable<T> work) {
        TraceParent current = current();
        if (current == null) {
            return work;
        }
        return () -> {
            try (Scope scope = enter(current)) {
                return work.call();
            }
        };
    }

    private static Scope enter(TraceParent id) {
        TraceParent before = CURRENT.get();
        CURRENT.set(id);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    private static void note(Span span, String key, @Nullable String value) {
        if (value != null) {
            span.note(key, value);
        }
    }

    /** A span that is a thread's. Closed on that thread. */
    public interface Scope extends AutoCloseable {

        /** Changes nothing. */
        Scope NONE = () -> {};

        @Override
        void close();
    }
}
