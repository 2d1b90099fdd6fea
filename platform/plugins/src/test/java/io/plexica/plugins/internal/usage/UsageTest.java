package io.plexica.plugins.internal.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsageTest {

    private static final SchemaReady READY = new SchemaReady() {};
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private RoomDatabase rooms;
    private UsageStore store;
    private UsageRecorder book;
    private PluginUsage usage;

    @BeforeEach
    void open() {
        rooms = TestPlatform.newDatabase();
        rooms.admin("INSERT INTO core.plugins (id, symbolic_name) VALUES ('crm', 'x.crm')");
        for (String slug : List.of("acme", "globex")) {
            rooms.admin("INSERT INTO core.installations (tenant_slug, plugin_id, version, status) VALUES ('" + slug
                    + "', 'crm', '1.0.0', 'INSTALLED')");
        }
        store = new UsageStore(rooms.database(), READY);
        book = new UsageRecorder(rooms.database(), store);
        usage = new PluginUsage(rooms.database(), book, new PluginRef("crm", "1.0.0"));
    }

    @AfterEach
    void close() {
        book.close();
        rooms.close();
    }

    @Test
    void the_worker_is_no_plugins_although_a_plugin_was_the_first_to_count() {
        ClassLoader plugin = new ClassLoader(null) {};
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(plugin);
        try {
            UsageRecorder other = new UsageRecorder(rooms.database(), store);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread != here)
                    .noneMatch(thread -> thread.getContextClassLoader() == plugin);
            other.close();
        } finally {
            here.setContextClassLoader(before);
        }
    }

    @Test
    void actions_are_counted_per_tenant_and_day() {
        in("acme", () -> usage.track("contact-exported"));
        in("acme", () -> usage.track("contact-exported"));
        in("acme", () -> usage.track("deal.won"));
        in("globex", () -> usage.track("contact-exported"));
        book.flush();
        in("acme", () -> usage.track("contact-exported"));
        book.flush();

        assertThat(store.read("crm", "acme", null, null))
                .extracting(UsageRow::action, UsageRow::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("contact-exported", 3L),
                        org.assertj.core.groups.Tuple.tuple("deal.won", 1L));
        assertThat(store.read("crm", null, TODAY.minusDays(1), TODAY.plusDays(1)))
                .first()
                .satisfies(row -> {
                    assertThat(row.count()).isEqualTo(4);
                    assertThat(row.lastAt()).isBefore(Instant.now().plusSeconds(1));
                });
        assertThat(store.read("crm", null, null, TODAY.minusDays(1))).isEmpty();
    }

    @Test
    void what_is_rolled_back_is_not_counted() {
        in(
                "acme",
                () -> assertThatThrownBy(() -> rooms.database().unitOfWork(() -> {
                            usage.track("contact-exported");
                            throw new IllegalStateException("no");
                        }))
                        .hasMessage("no"));
        book.flush();

        assertThat(store.read("crm", null, null, null)).isEmpty();
    }

    @Test
    void what_cannot_be_written_down_waits() {
        in("acme", () -> usage.track("contact-exported"));
        rooms.admin("ALTER TABLE core.plugin_usage RENAME TO elsewhere");
        book.flush();
        rooms.admin("ALTER TABLE core.elsewhere RENAME TO plugin_usage");
        book.flush();

        assertThat(store.read("crm", null, null, null))
                .singleElement()
                .satisfies(row -> assertThat(row.count()).isEqualTo(1));
    }

    @Test
    void too_many_different_actions_are_counted_together() {
        in("acme", () -> {
            for (int i = 0; i < 250; i++) {
                usage.track("action-" + i);
            }
        });
        book.flush();

        assertThat(store.read("crm", "acme", null, null)).hasSize(201).first().satisfies(row -> {
            assertThat(row.action()).isEqualTo("other");
            assertThat(row.count()).isEqualTo(50);
        });
    }

    @Test
    void usage_goes_with_the_tenant_and_does_not_come_back() {
        in("acme", () -> usage.track("contact-exported"));
        book.flush();
        in("acme", () -> usage.track("contact-exported"));

        new InstallationStore(rooms.database(), rooms.signals(), READY).deleteTenant("acme");
        book.flush();

        assertThat(store.read("crm", null, null, null)).isEmpty();
    }

    @Test
    void days_that_are_long_past_go_piece_by_piece_and_others_stay() {
        in("acme", () -> usage.track("contact-exported"));
        in("acme", () -> usage.track("deal.won"));
        book.flush();
        rooms.admin("INSERT INTO core.plugin_usage SELECT tenant_slug, plugin_id, action, day - 10, count, last_at"
                + " FROM core.plugin_usage");

        assertThat(store.sweep(TODAY.minusDays(20), 5)).isZero();
        assertThat(store.sweep(TODAY.minusDays(9), 1)).isEqualTo(1);
        assertThat(store.sweep(TODAY.minusDays(9), 5)).isEqualTo(1);

        assertThat(store.read("crm", null, null, null))
                .extracting(UsageRow::count)
                .containsExactly(1L, 1L);
    }

    @Test
    void what_is_no_action_or_of_no_tenant_is_refused() {
        assertThatThrownBy(() -> in("acme", () -> usage.track("Contact Exported")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Contact Exported' is no action");
        assertThatThrownBy(() -> usage.track("contact-exported")).isInstanceOf(PlexicaException.class);
    }

    private static void in(String slug, Runnable work) {
        Tenant tenant = new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform(Contexts.newTraceId()).inTenant(tenant))) {
            work.run();
        }
    }
}
