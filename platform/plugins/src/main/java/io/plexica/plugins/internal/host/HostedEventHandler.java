package io.plexica.plugins.internal.host;

import io.plexica.api.events.EventHandler;

/**
 * A component that handles an event.
 *
 * @param event the event's name
 * @param component the component's name
 * @param handler the component
 */
public record HostedEventHandler(String event, String component, EventHandler handler) {}
