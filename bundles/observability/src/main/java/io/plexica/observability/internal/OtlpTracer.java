package io.plexica.observability.internal;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.TraceParent;
import io.plexica.spi.tracing.Tracer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends spans by OpenTelemetry's own exporter, in batches and from a thread of its own; what does not fit into its queue while
 * nobody takes them is dropped. Safe for all threads.
 */
final class OtlpTracer implements Tracer, AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ChosenIds ids = new ChosenIds();
    private final SdkTracerProvider provider;
    private final io.opentelemetry.api.trace.Tracer tracer;

    OtlpTracer(TracesSettings settings) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(settings.endpoint().toString())
                .setTimeout(PATIENCE)
                .setConnectTimeout(PATIENCE)
                .setServiceClassLoader(OtlpTracer.class.getClassLoader());
        settings.headers().forEach(exporter::addHeader);
        this.provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .setSampler(new TraceShare(settings.percent()))
                .setResource(Resource.getDefault().merge(Resource.create(resource(settings))))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build())
                        .setScheduleDelay(PAUSE)
                        .build())
                .build();
        this.tracer = provider.get("io.plexica");
    }

    @Override
    public Span begin(Kind kind, String name, String traceId, @Nullable TraceParent parent, @Nullable String spanId) {
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind(kind));
        if (parent == null) {
            span.setNoParent();
        } else {
            span.setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(context(parent))));
        }
        return new OtlpSpan(ids.choosing(traceId, spanId, span::startSpan));
    }

    /** Sends what is left, if that is taken in time. */
    @Override
    public void close() {
        provider.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Attributes resource(TracesSettings settings) {
        return Attributes.of(
                AttributeKey.stringKey("service.name"), settings.service(),
                AttributeKey.stringKey("service.instance.id"), UUID.randomUUID().toString());
    }

    private static SpanContext context(TraceParent parent) {
        return SpanContext.createFromRemoteParent(
                parent.traceId(),
                parent.spanId(),
                parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault());
    }

    private static SpanKind kind(Kind kind) {
        return switch (kind) {
            case SERVER -> SpanKind.SERVER;
            case CLIENT -> SpanKind.CLIENT;
            case PRODUCER -> SpanKind.PRODUCER;
            case CONSUMER -> SpanKind.CONSUMER;
            case INTERNAL -> SpanKind.INTERNAL;
        };
    }
}
