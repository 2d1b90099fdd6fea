package io.plexica.spi.web;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Server-sent events: what a resource method that produces {@code text/event-stream} returns. The guards have let the call
 * pass and its unit of work is over when the stream opens; no thread is held while nothing is sent.
 */
@ConsumerType
@FunctionalInterface
public interface EventStream {

    /**
     * Called once, when the stream begins; must not block.
     *
     * @return closed when the reader goes, the stream ends or the platform stops
     */
    AutoCloseable open(Sink sink);

    /**
     * Whether the reader may still read, beyond what the guards demand; asked about twice a second, with the caller's rights
     * as of now in the context. Must not block. The stream ends when it says no, or fails.
     */
    default boolean mayGoOn() {
        return true;
    }

    /** Where events go. Safe for all threads; never blocks: a reader who does not keep up is let go. */
    @ProviderType
    interface Sink {

        /**
         * Sends one event; nothing happens when the reader has gone.
         *
         * @param event its name, such as {@code progress}
         * @param id by which the reader can go on after a break; null for none
         * @param data written as JSON
         */
        void send(String event, @Nullable String id, Object data);

        /** Ends the stream after what has been sent. */
        void end();
    }
}
