package io.plexica.observability.internal;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives spans the ids that others know already, and random ones where nobody does. Safe for all threads. */
final class ChosenIds implements IdGenerator {

    private final IdGenerator random = IdGenerator.random();
    private final ThreadLocal<Choice> choice = new ThreadLocal<>();

    private record Choice(String traceId, @Nullable String spanId) {}

    /** Makes a span with these ids. */
    <T> T choosing(String traceId, @Nullable String spanId, Supplier<T> span) {
        choice.set(new Choice(traceId, spanId));
        try {
            return span.get();
        } finally {
            choice.remove();
        }
    }

    @Override
    public String generateTraceId() {
        Choice chosen = choice.get();
        return chosen == null ? random.generateTraceId() : chosen.traceId();
    }

    @Override
    public String generateSpanId() {
        Choice chosen = choice.get();
        String spanId = chosen == null ? null : chosen.spanId();
        return spanId == null ? random.generateSpanId() : spanId;
    }
}
