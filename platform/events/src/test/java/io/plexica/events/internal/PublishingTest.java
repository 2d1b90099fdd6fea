package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishingTest {

    private static EventsRoom room;

    @BeforeAll
    static void start() {
        room = new EventsRoom();
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @BeforeEach
    void empty() {
        room.server.admin("DELETE FROM core.events_outbox");
    }

    @Test
    void an_event_says_what_happened_to_what_and_where() {
        room.in("acme", () -> room.events.publish("crm.contact.created", "c1", Map.of("name", "Ann")));

        assertThat(room.rows("SELECT concat_ws(' ', tenant_slug, name, aggregate, payload, trace_id) FROM"
                        + " core.events_outbox"))
                .containsExactly("acme crm.contact.created crm.contact/c1 {\"name\": \"Ann\"} trace-1");
    }

    @Test
    void it_goes_with_the_change_that_is_rolled_back() {
        assertThatThrownBy(() -> room.in(
                        "acme",
                        () -> room.database.together(() -> {
                            room.events.publish("crm.contact.created", "c1", Map.of());
                            throw new IllegalStateException("changed my mind");
                        })))
                .hasMessage("changed my mind");

        assertThat(room.rows("SELECT name FROM core.events_outbox")).isEmpty();
    }

    @Test
    void what_the_manifest_does_not_list_is_refused_and_so_is_what_is_no_object() {
        room.in("acme", () -> {
            assertThatThrownBy(() -> room.events.publish("crm.deal.won", "d1", Map.of()))
                    .hasMessageContaining("does not list 'crm.deal.won' at events.publishes");
            assertThatThrownBy(() -> room.events.publish("crm.contact.created", "c1", List.of(1)))
                    .hasMessageContaining("must be a JSON object");
            assertThatThrownBy(() -> room.events.publish("crm.contact.created", "", Map.of()))
                    .hasMessageContaining("1 to 200 characters");
            assertThatThrownBy(() -> room.events.publish("crm.contact.created", "c1", Map.of("a", "x".repeat(300_000))))
                    .hasMessageContaining("are more than");
            Map<String, Object> large = Map.of("a", new BigDecimal("1E+100000"));
            assertThatThrownBy(() -> room.events.publish("crm.contact.created", "c1", large))
                    .hasMessageContaining("cannot be written as JSON");
            assertThatThrownBy(() -> room.events.publish("crm.contact.created", "c1", nested(600)))
                    .hasMessageContaining("cannot be written as JSON");
            assertThatThrownBy(() -> room.events.publish("crm.contact.created", "c1", Map.of("a", "x\0")))
                    .hasMessageContaining("NUL");
            assertThatThrownBy(() -> room.events.publish("crm.contact.created", "c\0", Map.of()))
                    .hasMessageContaining("NUL");
            room.events.publish("crm.contact.created", "c1", Map.of("a", "\\u0000"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT core.publish_event('billing.bill.paid', 'b1', '{}', NULL, NULL, NULL)",
                "CALL core.publish_event(gen_random_uuid(), 'billing.bill.paid', 'b1', '{}', NULL, NULL, NULL)",
                "SELECT core.enqueue_event('globex', 'crm.contact.created', 'c1', '{}', NULL, NULL, NULL)",
                "INSERT INTO core.events_outbox (name, aggregate, aggregate_id, payload) VALUES ('a.b.c','a','a','{}')",
                "SELECT * FROM core.events_outbox",
                "UPDATE core.events_deliveries SET state = 'DONE'"
            })
    void a_plugin_cannot_publish_in_anothers_name_nor_read_what_others_say(String sql) {
        room.in(
                "acme",
                () -> assertThatThrownBy(() -> room.database.plugin(EventsRoom.CRM, connection -> run(connection, sql)))
                        .rootCause()
                        .hasMessageMatching("(?s).*(permission denied|may not publish).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE core.events_outbox SET payload = '{\"forged\": true}'",
                "INSERT INTO core.events_outbox (name, aggregate, aggregate_id, payload) VALUES ('a.b.c','a','a','{}')"
            })
    void nor_does_the_platform_rewrite_what_was_said(String sql) {
        assertThatThrownBy(() -> room.database.core(connection -> run(connection, sql)))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_platform_says_what_its_audit_log_says_in_the_same_transaction() {
        assertThatThrownBy(() -> room.database.together(() -> {
                    room.audit.record("acme", "core.user.created", "user", "u0", null, null);
                    throw new IllegalStateException("not after all");
                }))
                .hasMessage("not after all");
        room.audit.record("acme", "core.user.created", "user", "u1", null, Map.of("email", "ann@acme.example"));
        room.audit.record("acme", "core.role.updated", "role", "r1", null, null);
        room.audit.record(null, "core.plugin.published", "plugin", "crm", null, Map.of("version", "1.2.0"));
        room.audit.record("acme", "core.tenant.deleted", "tenant", "t1", null, null);
        room.audit.record("acme", "core.team.created", "team", "x1", null, null);
        room.audit.recordFailure("acme", "core.user.created", "user", "u2", "no seats");

        assertThat(room.rows("SELECT concat_ws(' ', coalesce(tenant_slug, 'global'), name, payload)"
                        + " FROM core.events_outbox ORDER BY number"))
                .containsExactly(
                        "acme core.user.created {\"id\": \"u1\", \"type\": \"user\"}",
                        "acme core.role.changed {\"id\": \"r1\", \"type\": \"role\"}",
                        "global core.plugin.published {\"id\": \"crm\", \"type\": \"plugin\", \"version\": \"1.2.0\"}",
                        "global core.tenant.deleted {\"id\": \"t1\", \"type\": \"tenant\"}");
    }

    @Test
    void whoever_has_another_status_or_other_roles_has_changed_and_who_comes_in_by_signing_in_is_new() {
        for (String what : List.of("first-seen", "suspended", "activated", "invitation-accepted", "roles-assigned")) {
            room.audit.record("acme", "core.user." + what, "user", "u1", null, null);
        }
        room.audit.record("acme", "core.user.preferences-changed", "user", "u1", null, null);

        assertThat(room.rows("SELECT name FROM core.events_outbox ORDER BY number"))
                .containsExactly(
                        "core.user.created",
                        "core.user.updated",
                        "core.user.updated",
                        "core.user.updated",
                        "core.user.updated");
    }

    private static Map<String, Object> nested(int depth) {
        return depth == 0 ? Map.of() : Map.of("a", nested(depth - 1));
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
