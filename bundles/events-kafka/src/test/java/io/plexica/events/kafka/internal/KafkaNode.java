package io.plexica.events.kafka.internal;

import io.plexica.events.internal.EventMeters;
import io.plexica.events.internal.EventsSettings;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.events.internal.delivery.ArrivedEvents;
import io.plexica.events.internal.delivery.DeliveryAttempt;
import io.plexica.events.internal.delivery.Inbox;
import io.plexica.events.internal.relay.DeliveryPump;
import io.plexica.events.internal.relay.Lag;
import io.plexica.events.internal.relay.Outbox;
import io.plexica.events.internal.relay.Transports;
import io.plexica.itests.rooms.FakePlugins;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventTransport;
import java.time.Duration;
import java.util.Map;

/** The events room on one node, at work, with Kafka. */
final class KafkaNode implements AutoCloseable {

    private static final SchemaReady READY = new SchemaReady() {};
    private static final EventsSettings SETTINGS = new EventsSettings(
                    4, Duration.ofMillis(50), Duration.ofSeconds(2), 2, Duration.ofMillis(1), 30)
            .carriedBy(KafkaTransport.TRANSPORT, Duration.ofHours(1));

    final KafkaTransport transport;
    final Lag lag;
    private final Outbox outbox;
    private final DeliveryPump pump;

    KafkaNode(Database database, FakePlugins plugins, FewTenants tenants, KafkaSettings kafka) {
        RelayWakeup wake = new RelayWakeup();
        Inbox inbox = new Inbox(database, SETTINGS, READY);
        EventMeters meters = new EventMeters();
        DeliveryAttempt attempt = new DeliveryAttempt(inbox, plugins, tenants, tenants, SETTINGS, meters);
        Transports transports = new Transports(SETTINGS);
        transport = new KafkaTransport(kafka, new ArrivedEvents(database, plugins, wake, SETTINGS, READY));
        transports.add(transport, Map.of(EventTransport.NAME, KafkaTransport.TRANSPORT));
        lag = new Lag(database, transports, READY);
        outbox = new Outbox(database, plugins, meters, transports, SETTINGS, READY);
        pump = new DeliveryPump(outbox, inbox, attempt, wake, SETTINGS);
    }

    @Override
    public void close() {
        pump.close();
        transport.close();
        outbox.close();
    }
}
