package io.plexica.spi.events;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Where a transport brings events. The events room provides it; safe for all threads. */
@ProviderType
public interface EventArrivals {

    /**
     * What a transport is to bring to whom: names of events by the ids of the plugins that handle them; nothing unless it is the
     * one that was chosen. Changes with the plugins that are published; answered from memory.
     *
     * @param transport the transport's {@link EventTransport#NAME}
     */
    Map<String, Set<String>> subscriptions(String transport);

    /**
     * Events have come for a plugin, and what is to be delivered is in the database when this returns. Again, or what nobody
     * sent, is no harm: only what was sent for this plugin and has not come yet counts.
     *
     * @return how many counted
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} when they have to be brought once more
     */
    int arrived(String pluginId, Collection<Arrival> events);

    /** What a transport knows of an event without believing it. */
    record Arrival(UUID eventId, String name, String tenantSlug) {}
}
