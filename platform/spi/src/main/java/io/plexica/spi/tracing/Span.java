package io.plexica.spi.tracing;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** A piece of work of a trace, from its beginning to {@link #close}. May be used by one thread after the other. */
@ConsumerType
public interface Span extends AutoCloseable {

    /** What stands for a span where traces are not exported. */
    Span NONE = new Span() {};

    /** What its parts and those who are called name as their parent; null where nothing is traced. */
    default @Nullable TraceParent id() {
        return null;
    }

    /** Gives it another name, once it is known what it is. */
    default void name(String name) {}

    /** Notes something about it. Never anything secret, and nothing that a person wrote. */
    default void note(String key, String value) {}

    /** It failed. */
    default void fail(String reason) {}

    @Override
    default void close() {}
}
