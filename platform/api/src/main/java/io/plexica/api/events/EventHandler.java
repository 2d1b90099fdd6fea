package io.plexica.api.events;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Code of a plugin that handles an event. Register it as a DS service and say by {@link HandlesEvent} which one; the service
 * property is {@code plexica.event.name}. The manifest lists the name at {@code events.subscribes}.
 *
 * <p>It is called only for tenants that are active and have the plugin enabled, on the version that they are on, on a thread
 * of the platform's, in the context of the tenant, and of the workspace in which the event happened, on behalf of nobody. It
 * runs in a unit of work that also records that the event was handled: what it does in the database happens once. What it
 * does elsewhere may happen again, after a crash between the two; {@link Event#id} tells repetitions apart.
 *
 * <p>It may block, but not for longer than the platform's bound (30 s unless configured): then it is interrupted and counts
 * as failed. After a failure the event is delivered again, later and later, and at last laid down as a dead letter with the
 * reason. Until then the events of the same aggregate wait behind it, and those of others do not. Several handlers of one
 * event in one plugin run one after the other in one unit of work.
 */
@ConsumerType
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles the event.
     *
     * @throws Exception when it cannot; the message is what people read in the list of dead letters
     */
    void handle(Event event) throws Exception;
}
