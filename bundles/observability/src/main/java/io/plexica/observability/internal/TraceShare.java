package io.plexica.observability.internal;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Which traces leave: of a hundred so many, as their ids decide, on all nodes alike. A caller may say that a call is not to be
 * traced, and not that more are than is set.
 */
final class TraceShare implements Sampler {

    private static final double WHOLE = 100;

    private final Sampler byTraceId;

    TraceShare(int percent) {
        this.byTraceId = Sampler.traceIdRatioBased(percent / WHOLE);
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        SpanContext caller = Span.fromContext(parent).getSpanContext();
        return caller.isValid() && !caller.isSampled()
                ? SamplingResult.drop()
                : byTraceId.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "Share{" + byTraceId.getDescription() + "}";
    }
}
