package io.plexica.spi.stream;

import io.plexica.spi.context.ExecutionContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that has just changed.
 *
 * @param tenantSlug the tenant whose people hear it, and with them the operators who name no tenant; empty for those
 *     operators alone; null for everybody whom {@code told} lets hear it
 * @param event the name of the event: {@code installations}, {@code notifications}, {@code operations}, {@code health}
 * @param told what each reader gets to hear
 */
public record News(@Nullable String tenantSlug, String event, Told told) {

    public News {
        Objects.requireNonNull(event);
        Objects.requireNonNull(told);
    }

    /** What one reader gets to hear. */
    @ConsumerType
    @FunctionalInterface
    public interface Told {

        /**
         * Called with the reader's context, which is also open on the thread, and once more when a reader comes back who
         * missed it. Answers from memory; must not block.
         *
         * @param reader the rights are those of half a second ago at most
         * @return written as JSON; null when it is none of this reader's business
         */
        @Nullable
        Object to(ExecutionContext reader);
    }
}
