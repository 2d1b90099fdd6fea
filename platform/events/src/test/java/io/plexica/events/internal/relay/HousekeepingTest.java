package io.plexica.events.internal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.events.internal.EventsMigrations;
import io.plexica.events.internal.EventsSettings;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.health.HealthCheck.Health;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HousekeepingTest {

    private static final SchemaReady READY = new SchemaReady() {};
    private static final EventsSettings SETTINGS =
            new EventsSettings(1, Duration.ofSeconds(1), Duration.ofSeconds(1), 2, Duration.ofSeconds(1), 30);

    private final RoomDatabase server = RoomDatabase.with(new AuditMigrations(), new EventsMigrations());
    private final Housekeeping housekeeping =
            new Housekeeping(server.database(), new FewTenants("acme"), new RelayWakeup(), SETTINGS, READY);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_is_old_goes_unless_it_is_still_on_its_way() {
        event("acme", 31, true, "DONE");
        event("acme", 32, true, "DEAD");
        event("acme", 33, true, "PENDING");
        event("acme", 34, false, null);
        event("acme", 29, true, "DONE");

        assertThat(housekeeping.removeOld()).isEqualTo(2);

        assertThat(server.query("SELECT aggregate_id FROM core.events_outbox ORDER BY 1"))
                .containsExactly("29", "33", "34");
    }

    @Test
    void what_is_of_a_tenant_that_is_gone_goes_with_it_or_with_the_next_round() {
        event("acme", 1, true, "PENDING");
        event("globex", 2, true, "PENDING");
        event("initech", 3, true, "DEAD");
        event("umbrella", 4, false, null);
        event("umbrella", 5, true, "DONE");
        event("hooli", 6, false, null);

        housekeeping.changed(tenant("initech", TenantStatus.DELETED));
        assertThat(server.query("SELECT tenant_slug FROM core.events_outbox ORDER BY 1"))
                .containsExactly("acme", "globex", "hooli", "umbrella", "umbrella");

        assertThat(housekeeping.removeOrphans()).isEqualTo(4);
        assertThat(server.query("SELECT tenant_slug FROM core.events_deliveries"))
                .containsExactly("acme");
    }

    @Test
    void what_waited_for_a_tenant_is_due_when_it_is_active_again() {
        event("acme", 1, true, "PENDING");
        server.admin("UPDATE core.events_deliveries SET due_at = now() + interval '1 hour'");

        housekeeping.changed(tenant("acme", TenantStatus.ACTIVE));

        assertThat(server.query("SELECT due_at <= now() FROM core.events_deliveries"))
                .containsExactly("t");
    }

    @Test
    void events_are_well_unless_they_stand_still() {
        assertThat(EventsHealth.judge(null, new Lag.Waiting(3, Duration.ofSeconds(2))))
                .isEqualTo(Health.UP);
        assertThat(EventsHealth.judge(null, new Lag.Waiting(3, Duration.ofSeconds(90)))
                        .error())
                .contains("The oldest of 3 events waits since 90 s");
        assertThat(EventsHealth.judge("no database", new Lag.Waiting(0, Duration.ZERO))
                        .healthy())
                .isFalse();
        assertThat(new Lag(server.database(), new Transports(SETTINGS), READY)
                        .look()
                        .waiting())
                .isZero();
    }

    private void event(String tenant, int daysAgo, boolean relayed, @Nullable String delivery) {
        server.admin(
                "INSERT INTO core.events_outbox (name, tenant_slug, aggregate, aggregate_id, payload, at, relayed_at)"
                        + " VALUES ('a.b.c', '" + tenant + "', 'a.b/x', '" + daysAgo + "', '{}', now() - interval '"
                        + daysAgo
                        + " days', " + (relayed ? "now()" : "NULL") + ")");
        if (delivery != null) {
            server.admin("INSERT INTO core.events_deliveries (event_number, plugin_id, tenant_slug, aggregate, state)"
                    + " SELECT max(number), 'crm', '" + tenant + "', 'a.b/x', '" + delivery
                    + "' FROM core.events_outbox");
        }
    }

    private static Tenant tenant(String slug, TenantStatus status) {
        return new Tenant(new UUID(0, 1), slug, slug, status, "free", Instant.EPOCH);
    }
}
