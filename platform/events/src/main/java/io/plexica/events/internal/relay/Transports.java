package io.plexica.events.internal.relay;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.EventsSettings;
import io.plexica.spi.events.EventTransport;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The transports that are there, and the one that was chosen, if any. Safe for all threads. */
@Component(service = Transports.class)
public final class Transports {

    private final EventsSettings settings;
    private final Map<String, EventTransport> transports = new ConcurrentHashMap<>();

    /** Chooses by the settings. */
    @Activate
    public Transports(@Reference EventsSettings settings) {
        this.settings = settings;
    }

    /** One has come. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void add(EventTransport transport, Map<String, Object> properties) {
        transports.put(name(properties), transport);
    }

    /** One is gone. */
    public void remove(EventTransport transport, Map<String, Object> properties) {
        transports.remove(name(properties), transport);
    }

    /**
     * What carries events from node to node; empty when deliveries are made where events are relayed.
     *
     * @throws PlexicaException {@code unavailable} when it is not there
     */
    Optional<EventTransport> chosen() {
        if (!settings.isCarried()) {
            return Optional.empty();
        }
        EventTransport transport = transports.get(settings.transport());
        if (transport == null) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE,
                    "The transport '" + settings.transport() + "' is not there: wait until it has started, or complete"
                            + " its settings");
        }
        return Optional.of(transport);
    }

    /** The name of the one that was chosen, or {@code memory}. */
    String name() {
        return settings.transport();
    }

    /** What the one that was chosen complains of; null for nothing. */
    @Nullable
    String trouble() {
        EventTransport transport = transports.get(settings.transport());
        return transport == null ? null : transport.trouble();
    }

    private static String name(Map<String, Object> properties) {
        return String.valueOf(properties.get(EventTransport.NAME));
    }
}
