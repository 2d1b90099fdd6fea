package io.plexica.spi.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries events from the node that relays them to the nodes that deliver them. An adapter registers one under its
 * {@link #NAME}; the events room uses the one that is configured, or none: then deliveries are made where events are relayed.
 * One that is not used must cost nothing.
 *
 * <p>A transport may bring an event late, twice, or before one that was sent earlier: order and the number of deliveries are
 * seen to by those who use it. It may not say that it has taken an event that it can still lose. What it takes it hands, for
 * each subscriber, to {@link EventArrivals}. Safe for all threads.
 */
@ConsumerType
public interface EventTransport {

    /** Service property: the name by which the configuration chooses it. */
    String NAME = "plexica.transport";

    /**
     * Takes events, in their order; what it can never take, such as one that is too large for it, it leaves out. Called by one thread at a time, on one node at a time but for nodes that are believed to be
     * dead, outside any unit of work; may block for some seconds.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} when any of them may not have been taken: all are
     *     sent again
     */
    void send(List<CarriedEvent> events);

    /**
     * Removes what is kept for a tenant that is gone. Called as {@link #send}, which is not called with its events afterwards.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} when it has to be tried again
     */
    void forget(String tenantSlug);

    /** Why events do not arrive here at the moment; null when all is well. Answers from memory. */
    @Nullable
    String trouble();

    /**
     * How many events are on their way to each plugin, at least to those that have any; asks for some seconds at most.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} when it cannot be told
     */
    Map<String, Long> lag();
}
