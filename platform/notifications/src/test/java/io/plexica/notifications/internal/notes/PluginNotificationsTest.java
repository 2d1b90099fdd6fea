package io.plexica.notifications.internal.notes;

import static io.plexica.notifications.internal.notes.Company.ADA;
import static io.plexica.notifications.internal.notes.Company.BOB;
import static io.plexica.notifications.internal.notes.Company.CRM;
import static io.plexica.notifications.internal.notes.Company.SUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.notifications.Notification;
import io.plexica.api.notifications.Recipients;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.Sql;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What plugins tell people, and what they cannot. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginNotificationsTest {

    private static final String TOLD =
            "SELECT n.tenant_slug || ' ' || n.plugin_id || ' ' || n.title || ' ' || r.user_id"
                    + " FROM core.notifications n JOIN core.notification_recipients r ON r.notification_id = n.id ORDER BY 1";

    private final Company company = new Company();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void people_are_told_by_the_plugin_that_it_is_and_in_their_tenant_alone() {
        company.in("acme", () -> {
            assertThat(send(Recipients.user(BOB), "One")).isEqualTo(1);
            assertThat(send(Recipients.role("admin"), "Two")).isEqualTo(1);
            assertThat(send(Recipients.users(Set.of(ADA, SUE, UUID.randomUUID())), "Three"))
                    .isEqualTo(1);
            assertThat(send(Recipients.permission("crm:deals:approve"), "Four")).isEqualTo(1);
            assertThat(send(Recipients.workspace(Company.SALES), "Five")).isEqualTo(1);
            assertThat(send(Recipients.workspace(Company.EVERYWHERE), "Six")).isEqualTo(2);
            assertThat(send(Recipients.user(UUID.randomUUID()), "Nobody")).isZero();
        });
        company.in(
                "globex",
                () -> assertThat(send(Recipients.user(BOB), "Elsewhere")).isZero());

        assertThat(company.server.query(TOLD))
                .containsExactlyInAnyOrder(
                        "acme crm One " + BOB,
                        "acme crm Two " + ADA,
                        "acme crm Three " + ADA,
                        "acme crm Four " + BOB,
                        "acme crm Five " + BOB,
                        "acme crm Six " + ADA,
                        "acme crm Six " + BOB);
    }

    @Test
    void nobody_is_told_of_what_was_rolled_back() {
        company.in(
                "acme",
                () -> assertThatThrownBy(() -> company.database.unitOfWork(() -> {
                            company.notifications.send(
                                    Recipients.user(BOB),
                                    Notification.of("Title", "Text").byMail());
                            throw new IllegalStateException("changed my mind");
                        }))
                        .hasMessage("changed my mind"));

        assertThat(company.server.query(TOLD)).isEmpty();
    }

    @Test
    void mail_goes_to_whom_the_sender_means_unless_they_have_chosen() {
        company.preferences.put(ADA, "{\"notifications\":{\"mail\":false}}");
        company.in(
                "acme",
                () -> company.notifications.send(
                        Recipients.users(Set.of(ADA, BOB)),
                        Notification.of("Deal won", "At last")
                                .leadingTo("/crm/deals/1")
                                .byMail()));
        assertThat(company.mails)
                .singleElement()
                .asString()
                .startsWith("bob@acme.example")
                .contains("title=Deal won", "link=https://plexica.example/t/acme/crm/deals/1");

        company.preferences.put(ADA, "{\"notifications\":{\"mail\":true}}");
        company.in("acme", () -> send(Recipients.user(ADA), "Quietly"));
        assertThat(company.mails).hasSize(2).last().asString().startsWith("ada@acme.example");
    }

    @Test
    void a_plugin_that_tells_too_much_is_told_so_and_disturbs_no_other_tenant() {
        company.in("acme", () -> {
            for (int i = 0; i < 60; i++) {
                send(Recipients.user(BOB), "Number " + i);
            }
            assertThatThrownBy(() -> send(Recipients.user(BOB), "Too much"))
                    .isInstanceOfSatisfying(PlexicaException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                        assertThat(e.detail()).contains("crm", "60 times");
                    });
        });
        company.in(
                "globex", () -> assertThat(send(Recipients.user(BOB), "Fine")).isZero());
        company.server.admin("UPDATE core.notifications SET created_at = created_at - interval '2 minutes'");
        company.in("acme", () -> assertThat(send(Recipients.user(BOB), "Later")).isEqualTo(1));
    }

    @Test
    void a_version_that_is_stopped_for_everybody_says_nothing_more() {
        PluginRoutes stopping = new PluginRoutes() {
            @Override
            public Route find(String pluginId, String tenantSlug) {
                return null;
            }

            @Override
            public String stopped(PluginRef plugin) {
                return plugin.equals(CRM) ? "it floods" : null;
            }

            @Override
            public List<PluginRef> enabled(String tenantSlug) {
                return List.of();
            }
        };
        company.notifications.setRoutes(stopping);
        company.in(
                "acme",
                () -> assertThatThrownBy(() -> send(Recipients.user(BOB), "One more"))
                        .isInstanceOfSatisfying(PlexicaException.class, e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_UNAVAILABLE);
                            assertThat(e.extensions()).containsEntry("plugin", "crm");
                        }));
        assertThat(company.server.query(TOLD)).isEmpty();

        company.notifications.unsetRoutes(stopping);
        company.in("acme", () -> assertThat(send(Recipients.user(BOB), "Again")).isEqualTo(1));
    }

    @Test
    void what_is_not_in_order_is_refused_in_words() {
        company.in(
                "acme",
                () -> assertThatThrownBy(() -> company.notifications.send(
                                Recipients.user(BOB), Notification.of("", "").leadingTo("https://evil.example")))
                        .hasMessageContaining("title must be")
                        .hasMessageContaining("path within the console"));
    }

    @Test
    void sql_of_a_plugin_cannot_forge_a_tenant_a_plugin_or_a_link_and_reads_nothing() {
        company.in("acme", () -> send(Recipients.user(BOB), "Secret"));
        String write = "SELECT core.write_notification(gen_random_uuid(), 'globex', 'crm', 'x', 'INFO', 'x', 'x', NULL,"
                + " ARRAY[gen_random_uuid()])";
        String lead = "SELECT core.notify_people(gen_random_uuid(), 'INFO', 'x', 'x', 'javascript:alert(1)',"
                + " ARRAY[gen_random_uuid()])";
        String insert = "INSERT INTO core.notifications (type, severity, title, body) VALUES ('x', 'INFO', 'x', 'x')";
        for (String sql : List.of(write, lead, insert, "DELETE FROM core.notifications")) {
            company.in("globex", () -> assertThatThrownBy(() -> asPlugin(sql)).isInstanceOf(DatabaseException.class));
        }
        company.in(
                "acme",
                () -> assertThat(asPlugin("SELECT count(*) FROM core.notifications"))
                        .isZero());
        String asTenant = "SELECT count(*) FROM core.notifications n JOIN core.notification_recipients r"
                + " ON r.notification_id = n.id";
        assertThat(company.database.<Long>tenant("globex", c -> Sql.count(c, asTenant)))
                .isZero();
        assertThat(company.database.<Long>tenant("acme", c -> Sql.count(c, asTenant)))
                .isEqualTo(1);
        assertThatThrownBy(() -> company.database.tenant("acme", c -> Sql.count(c, lead)))
                .hasStackTraceContaining("may not notify");
    }

    @Test
    void what_is_old_or_belongs_to_nobody_any_more_goes() {
        company.in("acme", () -> {
            send(Recipients.user(BOB), "Old");
            send(Recipients.users(Set.of(ADA, BOB)), "Read long ago");
            send(Recipients.users(Set.of(ADA, BOB)), "Young");
        });
        company.server.admin(
                "UPDATE core.notifications SET created_at = now() - interval '181 days' WHERE title = 'Old'");
        company.server.admin("UPDATE core.notification_recipients SET read_at = now() - interval '31 days'"
                + " WHERE user_id = '" + ADA + "' AND notification_id = (SELECT id FROM core.notifications"
                + " WHERE title LIKE 'Read%')");
        Housekeeping housekeeping = new Housekeeping(company.database, Company.SETTINGS, Company.READY);
        assertThat(housekeeping.removeOld()).isEqualTo(2);
        assertThat(company.server.query(TOLD)).hasSize(3);
        company.database.together(() -> {
            housekeeping.removed("acme", BOB);
            return BOB;
        });
        assertThat(company.server.query(TOLD)).containsExactly("acme crm Young " + ADA);
        company.server.admin("DELETE FROM core.tenants WHERE slug = 'acme'");
        assertThat(company.server.query("SELECT id FROM core.notifications")).isEmpty();
    }

    private int send(Recipients to, String title) {
        return company.notifications.send(to, Notification.of(title, "Text"));
    }

    private long asPlugin(String sql) {
        return company.database.plugin(CRM, connection -> {
            try (var statement = connection.createStatement()) {
                if (!statement.execute(sql)) {
                    return (long) statement.getUpdateCount();
                }
                try (var row = statement.getResultSet()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
