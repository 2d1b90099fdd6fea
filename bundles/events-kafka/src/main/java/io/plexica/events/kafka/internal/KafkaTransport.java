package io.plexica.events.kafka.internal;

import io.plexica.spi.events.CarriedEvent;
import io.plexica.spi.events.EventArrivals;
import io.plexica.spi.events.EventTransport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events by Kafka. Nothing is connected, and nothing waits but one thread, before events are sent or wanted. */
public final class KafkaTransport implements EventTransport, AutoCloseable {

    /** How the configuration calls it. */
    public static final String TRANSPORT = "kafka";

    private final EventArrivals arrivals;
    private final Brokers brokers;
    private final Sender sender;
    private final PluginConsumers ears;

    /** Uses it, from as soon as it is reached. */
    public KafkaTransport(KafkaSettings settings, EventArrivals arrivals) {
        Clients clients = new Clients(settings);
        this.arrivals = arrivals;
        this.brokers = new Brokers(settings, clients);
        this.sender = new Sender(settings, clients, brokers);
        this.ears = new PluginConsumers(TRANSPORT, clients, brokers, arrivals);
    }

    @Override
    public void send(List<CarriedEvent> events) {
        sender.send(events);
    }

    @Override
    public void forget(String tenantSlug) {
        sender.forget(tenantSlug);
    }

    @Override
    public @Nullable String trouble() {
        return ears.trouble();
    }

    @Override
    public Map<String, Long> lag() {
        return brokers.lag(arrivals.subscriptions(TRANSPORT).keySet());
    }

    @Override
    public void close() {
        ears.close();
        brokers.close();
        sender.close();
    }
}
