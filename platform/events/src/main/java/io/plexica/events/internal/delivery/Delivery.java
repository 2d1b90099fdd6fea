package io.plexica.events.internal.delivery;

import io.plexica.api.events.Event;
import java.util.UUID;

/**
 * An event on its way to a plugin, claimed by whoever holds this.
 *
 * @param claim tells this attempt from every other
 * @param attempts how many attempts there were, with this one
 */
public record Delivery(UUID id, UUID claim, String tenantSlug, String pluginId, int attempts, Event event) {

    @Override
    public String toString() {
        return event.name() + " " + event.id() + " to " + pluginId + " in " + tenantSlug;
    }
}
