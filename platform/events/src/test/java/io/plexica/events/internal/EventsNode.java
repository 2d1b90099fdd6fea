package io.plexica.events.internal;

import io.plexica.events.internal.delivery.ArrivedEvents;
import io.plexica.events.internal.delivery.DeliveryAttempt;
import io.plexica.events.internal.delivery.Inbox;
import io.plexica.events.internal.relay.DeliveryPump;
import io.plexica.events.internal.relay.Outbox;
import io.plexica.events.internal.relay.Transports;
import io.plexica.itests.rooms.FakePlugins;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventArrivals;

/** The room on one node, at work. */
final class EventsNode implements AutoCloseable {

    private static final SchemaReady READY = new SchemaReady() {};

    final Transports transports;
    final EventArrivals arrivals;
    private final Outbox outbox;
    private final DeliveryPump pump;

    EventsNode(Database database, FakePlugins plugins, FewTenants tenants, EventsSettings settings) {
        RelayWakeup wake = new RelayWakeup();
        Inbox inbox = new Inbox(database, settings, READY);
        EventMeters meters = new EventMeters();
        DeliveryAttempt attempt = new DeliveryAttempt(inbox, plugins, tenants, tenants, settings, meters);
        transports = new Transports(settings);
        arrivals = new ArrivedEvents(database, plugins, wake, settings, READY);
        outbox = new Outbox(database, plugins, meters, transports, settings, READY);
        pump = new DeliveryPump(outbox, inbox, attempt, wake, settings);
    }

    @Override
    public void close() {
        pump.close();
        outbox.close();
    }
}
