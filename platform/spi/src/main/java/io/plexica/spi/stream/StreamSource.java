package io.plexica.spi.stream;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells of changes those who have the application open on this node: register it as a service. A source hears of what
 * happens on other nodes by itself, through signals, since each node tells its own readers.
 */
@ConsumerType
public interface StreamSource {

    /**
     * Begins to tell. Called when the source and whoever keeps the readers have met; must not block.
     *
     * @return closed when nobody is told any more
     */
    AutoCloseable tellTo(Audience audience);

    /** Who listens on this node. Safe for all threads. */
    @ProviderType
    interface Audience {

        /**
         * Whether anybody hears what happens in a tenant, or has just gone and may come back: what nobody hears need not be
         * looked up. Answered from memory.
         *
         * @param tenantSlug empty for the platform itself
         */
        boolean isThere(String tenantSlug);

        /** Whether anybody hears anything. Answered from memory. */
        boolean isThere();

        /** Tells everybody whom it concerns. Never blocks. */
        void tell(News news);
    }
}
