package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.TenantStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTest extends TenancyTest {

    @ParameterizedTest
    @ValueSource(strings = {"schema", "realm", "roles", "workspace", "admin"})
    void a_provisioning_whose_process_was_killed_is_undone_at_the_next_start(String during) {
        node.at("apply " + during, node::die);
        assertThatThrownBy(() -> node.create("acme")).isInstanceOf(Node.Killed.class);
        assertThat(server.query("SELECT status FROM core.tenants")).containsExactly("PROVISIONING");

        Node next = anotherNode();

        await().untilAsserted(() -> assertNothingIsLeft("acme"));
        assertThat(next.done).startsWith("undo " + during + " acme").endsWith("undo schema acme");
        await().untilAsserted(() -> assertThat(server.query("SELECT outcome || ' ' || actor_email FROM core.audit_log"))
                .containsExactly("FAILURE system"));
        assertThat(next.create("acme").status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void one_that_was_killed_after_its_last_step_is_finished() {
        assertThatThrownBy(() -> node.create(Node.draft("acme"), (step, event) -> {
                    if (step.equals("admin") && event == Progress.Event.DONE) {
                        node.die();
                    }
                }))
                .isInstanceOf(Node.Killed.class);

        Node next = anotherNode();

        await().until(() -> next.management.tenants().find("acme").orElseThrow().isActive());
        assertThat(next.done).isEmpty();
        assertThat(server.query("SELECT action || ' ' || outcome FROM core.audit_log"))
                .containsExactly("core.tenant.created SUCCESS");
    }

    @Test
    void one_that_was_killed_while_it_was_being_undone_is_undone_to_the_end() {
        node.at("apply roles", () -> {
            throw new IllegalStateException("no roles today");
        });
        node.at("undo realm", node::die);
        assertThatThrownBy(() -> node.create("acme")).isInstanceOf(Node.Killed.class);

        Node next = anotherNode();

        await().untilAsserted(() -> assertNothingIsLeft("acme"));
        assertThat(next.done).containsExactly("undo realm acme", "undo schema acme");
        assertThat(server.query("SELECT reason FROM core.provisionings"))
                .containsExactly("step roles failed: IllegalStateException: no roles today");
    }

    @Test
    void a_node_that_lives_is_left_alone() {
        Node other = new Node(server);
        node.at("apply admin", () -> {
            other.start();
            other.management.wake();
        });

        node.create("acme");

        assertThat(other.done).isEmpty();
        assertThat(server.query("SELECT status FROM core.tenants")).containsExactly("ACTIVE");
        other.close();
    }

    @Test
    void creating_again_after_a_crash_clears_up_first() {
        node.at("apply roles", node::die);
        assertThatThrownBy(() -> node.create("acme")).isInstanceOf(Node.Killed.class);
        Node next = new Node(server);

        assertThat(next.create("acme").status()).isEqualTo(TenantStatus.ACTIVE);

        assertThat(next.done)
                .startsWith("undo roles acme", "undo realm acme", "undo schema acme", "apply schema acme")
                .endsWith("apply admin acme");
        next.close();
    }

    @Test
    void what_cannot_be_undone_yet_is_tried_again_until_it_can() {
        node.at("apply roles", () -> {
            throw new IllegalStateException("no roles today");
        });
        node.at("undo realm", () -> {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "the identity server does not answer");
        });
        assertThatThrownBy(() -> node.create("acme"))
                .hasMessageContaining("no roles today")
                .hasMessageContaining("the identity server does not answer")
                .hasMessageContaining("keeps trying");
        assertThat(server.query("SELECT status FROM core.provisionings")).containsExactly("UNDOING");

        node.forgetScript();

        await().untilAsserted(() -> assertNothingIsLeft("acme"));
    }

    @Test
    void when_the_database_comes_back_the_same_node_clears_up() {
        node.at("apply workspace", () -> {
            node.database.setDown(true);
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "the database does not answer");
        });
        assertThatThrownBy(() -> node.create("acme")).hasMessageContaining("the database does not answer");
        node.forgetScript();

        node.database.setDown(false);

        await().untilAsserted(() -> assertNothingIsLeft("acme"));
    }

    @Test
    void a_step_that_is_missing_at_the_start_is_waited_for() {
        node.at("apply roles", node::die);
        assertThatThrownBy(() -> node.create("acme")).isInstanceOf(Node.Killed.class);
        Node next = new Node(server);
        var realm = next.steps.remove(1);
        next.start();
        await().until(() -> next.management.tenants().find("acme").isPresent());

        next.steps.add(realm);
        next.management.wake();

        await().untilAsserted(() -> assertNothingIsLeft("acme"));
        next.close();
    }

    @Test
    void a_removal_whose_process_was_killed_is_finished_at_the_next_start() {
        node.create("acme");
        node.at("undo realm", node::die);
        assertThatThrownBy(() -> node.management.remove("acme", Progress.NONE)).isInstanceOf(Node.Killed.class);

        Node next = anotherNode();

        await().untilAsserted(() -> assertNothingIsLeft("acme"));
        assertThat(next.done).containsExactly("undo realm acme", "undo schema acme");
        assertThat(server.query("SELECT slug FROM core.retired_slugs")).containsExactly("acme");
    }
}
