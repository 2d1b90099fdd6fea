package io.plexica.notifications.internal.notices;

import static io.plexica.notifications.internal.notes.Company.ADA;
import static io.plexica.notifications.internal.notes.Company.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.notifications.internal.notes.Company;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the platform tells people, from the change to what they read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticesTest {

    private static final String TOLD =
            "SELECT concat_ws(' | ', n.tenant_slug, n.type, n.title, n.body, r.user_id::text)"
                    + " FROM core.notifications n JOIN core.notification_recipients r ON r.notification_id = n.id ORDER BY 1";

    private final Company company = new Company();
    private Notices notices;

    @BeforeEach
    void listen() {
        notices = new Notices(company.database, Company.tenants(), company.people, company.writer, Company.READY);
        company.server.hear(notices);
    }

    @AfterEach
    void close() {
        company.server.hearNoMore(notices);
        notices.close();
        company.close();
    }

    @Test
    void who_chooses_plugins_hears_what_becomes_of_them_in_the_tenants_language() {
        company.audit.record("acme", "core.plugin.installed", "plugin", "crm", null, Map.of("version", "1.0.0"));

        assertTold("acme | plugin-installed | crm 1.0.0 è installato | Le persone lo vedono secondo i loro ruoli. | "
                + ADA);
    }

    @Test
    void what_happens_to_a_version_concerns_those_who_have_it() {
        company.server.admin("INSERT INTO core.installations VALUES ('acme', 'crm', '1.0.0', 'DISABLED'),"
                + " ('globex', 'crm', '2.0.0', 'INSTALLED')");
        company.preferences.put(ADA, "{\"language\":\"en\"}");

        company.audit.record(
                null,
                "core.plugin.deprecated",
                "plugin",
                "crm@1.0.0",
                null,
                Map.of("status", "DEPRECATED", "endOfLife", "2027-01-31"));

        assertTold(
                "acme | plugin-deprecated | crm 1.0.0 should be replaced | The operators advise against this version."
                        + " It is looked after until 2027-01-31. | " + ADA);
    }

    @Test
    void a_failed_installation_is_told_with_its_reason() {
        company.server.admin("INSERT INTO core.installations VALUES ('acme', 'crm', '1.0.0', 'IN_PROGRESS')");
        company.preferences.put(ADA, "{\"language\":\"en\"}");

        company.server.admin("UPDATE core.installations SET status = 'FAILED', reason = 'no such table'");

        assertTold(
                "acme | plugin-failed | crm 1.0.0 could not be installed | Nothing of it was left behind, so you can try"
                        + " again. The reason: no such table | " + ADA);
    }

    @Test
    void people_hear_of_their_new_roles_but_not_of_their_first() {
        company.preferences.put(BOB, "{\"language\":\"en\"}");
        roles(List.of(), List.of("viewer"));
        roles(List.of("viewer"), List.of("member", "sales"));

        assertTold(
                "acme | roles-changed | Your roles have changed | You have these roles now: member, sales. | " + BOB);
    }

    @Test
    void who_began_long_work_hears_how_it_ended_operators_too() {
        UUID operator = UUID.randomUUID();
        company.preferences.put(BOB, "{\"language\":\"en\"}");
        operation("core.some.work", "acme", BOB);
        operation("core.tenant.create", null, operator);
        operation("core.some.work", "acme", new UUID(0, 0));

        company.server.admin("UPDATE core.operations SET status = 'SUCCEEDED', finished_at = now()");

        assertTold(
                "acme | operation-succeeded | Your work is done: core.some.work | It ended without a problem. | " + BOB,
                "operation-succeeded | Your work is done: creating a tenant | It ended without a problem. | "
                        + operator);
    }

    @Test
    void what_a_tenant_that_is_gone_left_is_dropped() {
        company.audit.record("initech", "core.plugin.installed", "plugin", "crm", null, Map.of("version", "1.0.0"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(company.server.query("SELECT kind FROM core.notices"))
                        .isEmpty());
        assertThat(company.server.query(TOLD)).isEmpty();
    }

    private void roles(List<String> before, List<String> after) {
        company.audit.record(
                "acme",
                "core.user.roles-assigned",
                "user",
                BOB.toString(),
                Map.of("roles", before),
                Map.of("roles", after));
    }

    private void operation(String type, String tenant, UUID startedBy) {
        company.server.admin(
                "INSERT INTO core.operations (id, type, tenant_slug, started_by, trace_id, node) VALUES (gen_random_uuid(), '"
                        + type + "', " + (tenant == null ? "NULL" : "'" + tenant + "'") + ", '" + startedBy
                        + "', 'trace', gen_random_uuid())");
    }

    private void assertTold(String... what) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(company.server.query("SELECT kind FROM core.notices")).isEmpty();
            assertThat(company.server.query(TOLD)).containsExactlyInAnyOrder(what);
        });
    }
}
