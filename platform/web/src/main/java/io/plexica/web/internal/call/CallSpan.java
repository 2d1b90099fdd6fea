package io.plexica.web.internal.call;

import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.TraceParent;
import io.plexica.spi.tracing.Tracer.Kind;
import io.plexica.spi.tracing.Tracing;
import io.plexica.web.internal.metrics.RouteMeter;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The span of a call, which is a part of the caller's where that says so. */
public final class CallSpan {

    private static final int FAILED = 500;

    private CallSpan() {}

    /** Begins it, where traces are exported. */
    public static Span begin(HttpServletRequest request, String traceId) {
        if (!Tracing.isOn()) {
            return Span.NONE;
        }
        TraceParent caller = TraceParent.read(request.getHeader(TraceParent.HEADER));
        return Tracing.begin(Kind.SERVER, "call", traceId, caller);
    }

    /**
     * Ends it.
     *
     * @param call null for one that was refused before anything was known of it
     * @param route the method that answered
     */
    public static void end(Span span, @Nullable Call call, RouteMeter route, int status) {
        if (span == Span.NONE) {
            return;
        }
        span.name(route.method() + " " + route.route());
        span.note("http.request.method", route.method());
        span.note("http.route", route.route());
        span.note("http.response.status_code", Integer.toString(status));
        if (call != null) {
            Tracing.describe(span, call.context());
        }
        if (status >= FAILED) {
            span.fail(Integer.toString(status));
        }
        span.close();
    }
}
