package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.events.internal.relay.Housekeeping;
import io.plexica.itests.rooms.EventDeliveryContract;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.spi.data.RoomMigrations;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventArrivals.Arrival;
import io.plexica.spi.events.EventTransport;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Something carries events that keeps no order, brings some twice and fails for no reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarriedDeliveryTest extends EventDeliveryContract {

    private static final SchemaReady READY = new SchemaReady() {};
    private static final EventsSettings SETTINGS =
            EventsRoom.SETTINGS.carriedBy(BadTransport.NAME, Duration.ofMinutes(5));

    private final BadTransport transport = new BadTransport();

    @AfterEach
    void close() {
        transport.close();
    }

    @Override
    protected RoomMigrations[] tables() {
        return new RoomMigrations[] {new AuditMigrations(), new EventsMigrations()};
    }

    @Override
    protected AutoCloseable start(FaultyDatabase database) {
        return start(database, SETTINGS);
    }

    @Test
    void while_the_transport_is_down_the_outbox_keeps_all_and_then_all_goes_on() {
        transport.down = true;
        node();
        for (int n = 1; n <= 5; n++) {
            publish("acme", "c1", n);
        }
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .until(() -> plugins.got().isEmpty() && waiting().equals("5"));

        transport.down = false;

        soon().until(() -> plugins.got().size() >= 5);
        assertInOrder("billing", "c1", 5);
    }

    @Test
    void what_the_transport_loses_is_delivered_from_the_outbox_after_a_while() throws Exception {
        transport.loses = true;
        try (AutoCloseable node =
                start(server.database(), SETTINGS.carriedBy(BadTransport.NAME, Duration.ofSeconds(1)))) {
            publish("acme", "c1", 1);
            publish("acme", "c1", 2);

            soon().until(() -> plugins.got().size() >= 2);
        }
        assertInOrder("billing", "c1", 2);
    }

    @Test
    void what_was_on_its_way_when_the_transport_was_given_up_is_delivered_without_it() throws Exception {
        transport.loses = true;
        try (AutoCloseable node = start(server.database(), SETTINGS)) {
            publish("acme", "c1", 1);
            soon().until(() -> waiting().equals("0"));
        }
        assertThat(plugins.got()).isEmpty();

        try (AutoCloseable node = start(server.database(), EventsRoom.SETTINGS)) {
            publish("acme", "c1", 2);
            soon().until(() -> plugins.got().size() >= 2);
        }
        assertInOrder("billing", "c1", 2);
    }

    @Test
    void what_nobody_sent_or_names_another_tenant_brings_nothing_about() {
        transport.loses = true;
        EventsNode node = (EventsNode) node();
        publish("acme", "c1", 1);
        soon().until(() -> waiting().equals("0"));
        UUID id = UUID.fromString(rows("SELECT id FROM core.events_outbox").get(0));

        assertThat(node.arrivals.arrived(
                        "billing",
                        List.of(
                                new Arrival(id, "crm.contact.updated", "globex"),
                                new Arrival(id, "crm.contact.created", "acme"),
                                new Arrival(UUID.randomUUID(), "crm.contact.updated", "acme"))))
                .isZero();
        assertThat(node.arrivals.arrived("loyalty", List.of(new Arrival(id, "crm.contact.updated", "acme"))))
                .isZero();
        assertThat(plugins.got()).isEmpty();

        assertThat(node.arrivals.arrived("billing", List.of(new Arrival(id, "crm.contact.updated", "acme"))))
                .isOne();
        soon().until(() -> plugins.got().size() == 1);
        assertThat(node.arrivals.arrived("billing", List.of(new Arrival(id, "crm.contact.updated", "acme"))))
                .isZero();
        assertThat(node.arrivals.subscriptions("another")).isEmpty();
    }

    @Test
    void a_tenant_that_is_gone_is_forgotten_as_soon_as_that_is_possible_and_nothing_is_sent_for_it_then() {
        transport.down = true;
        node();
        publish("acme", "c1", 1);
        publish("globex", "c1", 2);
        Housekeeping housekeeping = new Housekeeping(server.database(), tenants, new RelayWakeup(), SETTINGS, READY);
        tenants.status("acme", null);
        housekeeping.changed(new Tenant(new UUID(0, 1), "acme", "acme", TenantStatus.DELETED, "free", Instant.EPOCH));
        transport.down = false;

        soon().until(() -> transport.forgotten.contains("acme") && plugins.got().size() == 1);

        assertThat(transport.sent).contains("crm.contact/c1@globex").doesNotContain("crm.contact/c1@acme");
        soon().until(() -> rows("SELECT tenant_slug FROM core.events_farewells").isEmpty());
        assertThat(transport.forgotten).containsExactly("acme");
    }

    private EventsNode start(FaultyDatabase database, EventsSettings settings) {
        EventsNode node = new EventsNode(database, plugins, tenants, settings);
        transport.bringTo(node.arrivals);
        node.transports.add(transport, Map.of(EventTransport.NAME, BadTransport.NAME));
        return node;
    }
}
