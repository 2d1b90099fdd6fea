package io.plexica.spi.tracing;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Lets spans leave the platform. Handed to {@link Tracing#export} by whoever knows a place for them. Called on the threads
 * that do the work: it never blocks and never throws, and what it cannot send in time it drops.
 */
@ConsumerType
public interface Tracer {

    /** What a span is in relation to others. */
    enum Kind {
        /** Answers a call. */
        SERVER,
        /** Calls another server. */
        CLIENT,
        /** Tells others something that they hear later. */
        PRODUCER,
        /** Hears it. */
        CONSUMER,
        /** Anything within the platform. */
        INTERNAL
    }

    /**
     * Begins a span.
     *
     * @param traceId the trace that it belongs to
     * @param parent its parent; null for the first of its trace
     * @param spanId its own id, where others know it already; null for any
     */
    Span begin(Kind kind, String name, String traceId, @Nullable TraceParent parent, @Nullable String spanId);
}
