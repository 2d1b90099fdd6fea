package io.plexica.events.internal;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.events.internal.delivery.DeadLetterReplay;
import io.plexica.events.internal.delivery.DeadLetters;
import io.plexica.events.internal.delivery.DeliveryAttempt;
import io.plexica.events.internal.delivery.Inbox;
import io.plexica.events.internal.delivery.Replay;
import io.plexica.events.internal.outbox.PluginEvents;
import io.plexica.events.internal.relay.Outbox;
import io.plexica.events.internal.relay.Transports;
import io.plexica.itests.rooms.FakePlugins;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The room on a real database, with plugins and tenants that a test makes up. Nothing moves unless it is told to. */
final class EventsRoom implements AutoCloseable {

    static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    static final EventsSettings SETTINGS =
            new EventsSettings(4, Duration.ofMillis(50), Duration.ofSeconds(2), 2, Duration.ofMillis(1), 30);
    private static final SchemaReady READY = new SchemaReady() {};

    final RoomDatabase server = RoomDatabase.with(new AuditMigrations(), new EventsMigrations());
    final FaultyDatabase database = server.database();
    final FewTenants tenants = new FewTenants("acme", "globex");
    final FakePlugins plugins = new FakePlugins(database);
    final RelayWakeup wake = new RelayWakeup();
    final CoreAuditLog audit = new CoreAuditLog(database, READY);
    final PluginEvents events = new PluginEvents(database, plugins, wake, CRM);
    final EventMeters meters = new EventMeters();
    final Transports transports = new Transports(SETTINGS);
    final Outbox outbox = new Outbox(database, plugins, meters, transports, SETTINGS, READY);
    final Inbox inbox = new Inbox(database, SETTINGS, READY);
    final DeliveryAttempt attempt = new DeliveryAttempt(inbox, plugins, tenants, tenants, SETTINGS, meters);
    final DeadLetters letters = new DeadLetters(database, plugins, audit, wake, READY);
    final DeadLetterReplay revival = new DeadLetterReplay(database, plugins, audit, wake, READY);
    final Replay replay = new Replay(database, plugins, audit, wake, READY);

    EventsRoom() {
        for (String slug : List.of("acme", "globex")) {
            server.schemas().create(slug);
            server.createPlugin(slug, "crm");
        }
    }

    void status(String slug, @Nullable TenantStatus status) {
        tenants.status(slug, status);
    }

    /** Publishes as the CRM in a unit of work of its own. */
    void publish(String slug, String aggregateId, int number) {
        in(slug, () -> events.publish("crm.contact.created", aggregateId, Map.of("n", number)));
    }

    void in(String slug, Runnable work) {
        Tenant tenant = tenants.find(slug).orElseThrow();
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform("trace-1").inTenant(tenant))) {
            work.run();
        }
    }

    /** Relays and delivers until nothing is due any more. */
    void deliverAll() {
        while (outbox.relay() > 0) {
            // Further.
        }
        for (var claimed = inbox.claim(10); !claimed.isEmpty(); claimed = inbox.claim(10)) {
            claimed.forEach(attempt::make);
        }
    }

    /** What has to wait is due now. */
    void letTimePass() {
        server.admin("UPDATE core.events_deliveries SET due_at = now() - interval '1 s' WHERE state = 'PENDING'");
    }

    List<String> rows(String sql) {
        return server.query(sql);
    }

    @Override
    public void close() {
        server.close();
    }
}
