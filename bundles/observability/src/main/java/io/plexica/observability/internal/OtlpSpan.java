package io.plexica.observability.internal;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.TraceParent;

/** A span of OpenTelemetry. */
final class OtlpSpan implements Span {

    private final io.opentelemetry.api.trace.Span span;
    private final TraceParent id;

    OtlpSpan(io.opentelemetry.api.trace.Span span) {
        SpanContext context = span.getSpanContext();
        this.span = span;
        this.id = new TraceParent(context.getTraceId(), context.getSpanId(), context.isSampled());
    }

    @Override
    public TraceParent id() {
        return id;
    }

    @Override
    public void name(String name) {
        span.updateName(name);
    }

    @Override
    public void note(String key, String value) {
        span.setAttribute(key, value);
    }

    @Override
    public void fail(String reason) {
        span.setStatus(StatusCode.ERROR, reason);
    }

    @Override
    public void close() {
        span.end();
    }
}
