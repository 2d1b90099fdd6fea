package io.plexica.tenancy.internal;

import static io.plexica.spi.tenancy.TenantStatus.ACTIVE;
import static io.plexica.spi.tenancy.TenantStatus.PENDING_DELETION;
import static io.plexica.spi.tenancy.TenantStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleTest extends TenancyTest {

    private Lifecycle lifecycle;

    @BeforeEach
    void makeTenant() {
        node.create("acme");
        server.admin("DELETE FROM core.audit_log");
        lifecycle = node.management.lifecycle();
    }

    @Test
    void suspending_holds_at_once_and_kills_all_tokens_from_before() {
        Instant before = Instant.now();

        TenantRow row = lifecycle.suspend("acme", IfMatch.ANY);

        assertThat(row.status()).isEqualTo(SUSPENDED);
        assertThat(row.tokensNotBefore()).isAfter(before).isBefore(before.plusSeconds(10));
        assertThat(node.management.tenants().find("acme")).contains(row.tenant());
        assertThat(node.identity.calls).containsExactly("tenant-acme false");
        assertThat(server.query("SELECT action || ' ' || (before->>'status') || ' ' || (after->>'status')"
                        + " FROM core.audit_log"))
                .containsExactly("core.tenant.suspended ACTIVE SUSPENDED");
    }

    @Test
    void without_its_audit_row_no_suspension_stands() {
        server.admin("ALTER TABLE core.audit_log ADD CONSTRAINT none CHECK (action <> 'core.tenant.suspended')");

        assertThatThrownBy(() -> lifecycle.suspend("acme", IfMatch.ANY)).isInstanceOf(PlexicaException.class);

        assertThat(node.management.get("acme").status()).isEqualTo(ACTIVE);
        assertThat(node.management.tenants().find("acme").orElseThrow().isActive())
                .isTrue();
        assertThat(node.identity.calls).isEmpty();
    }

    @Test
    void activating_waits_until_a_new_token_cannot_look_like_an_old_one() {
        lifecycle.suspend("acme", IfMatch.ANY);

        TenantRow row = lifecycle.activate("acme", IfMatch.ANY);

        assertThat(row.status()).isEqualTo(ACTIVE);
        assertThat(Instant.now()).isAfterOrEqualTo(row.tokensNotBefore());
        assertThat(row.tokensNotBefore().getNano()).isZero();
        assertThat(node.identity.calls).containsExactly("tenant-acme false", "tenant-acme true");
    }

    @Test
    void a_suspension_holds_while_the_identity_server_is_down_and_reaches_it_later() {
        node.identity.down = true;

        assertThat(lifecycle.suspend("acme", IfMatch.ANY).status()).isEqualTo(SUSPENDED);
        assertThat(node.management.tenants().find("acme").orElseThrow().isActive())
                .isFalse();

        node.management.wake();
        node.identity.down = false;
        await().until(() -> node.identity.calls.equals(List.of("tenant-acme false")));
    }

    @Test
    void a_node_does_not_wait_for_as_long_as_its_clock_is_behind_anothers() {
        lifecycle.suspend("acme", IfMatch.ANY);
        node.identity.calls.clear();
        node.identity.down = true;
        node.clock.move(Duration.ofHours(1));
        lifecycle.activate("acme", IfMatch.ANY);
        node.clock.move(Duration.ofHours(-1));

        node.identity.down = false;
        node.management.wake();

        await().until(() -> node.identity.calls.equals(List.of("tenant-acme true")));
    }

    @Test
    void a_new_name_reaches_the_identity_server_once_it_can_be_reached() {
        node.identity.down = true;
        rename("Acme Ltd");
        rename("Acme & Sons");
        assertThat(node.identity.names).isEmpty();

        node.identity.down = false;
        node.management.wake();

        await().until(() ->
                server.query("SELECT realm_in_sync::text FROM core.tenants").equals(List.of("true")));
        assertThat(node.identity.names).endsWith("tenant-acme Acme & Sons");
        node.identity.names.clear();
        node.management.edit(
                "acme", "core.tenant.updated", IfMatch.ANY, plans -> TenantPatch.of(patch("plan", "pro"), plans));
        assertThat(node.management.get("acme").realmInSync())
                .as("nothing that Keycloak shows has changed")
                .isTrue();
    }

    @Test
    void doing_it_twice_changes_nothing_more() {
        TenantRow first = lifecycle.suspend("acme", IfMatch.ANY);

        assertThat(lifecycle.suspend("acme", IfMatch.ANY).version()).isEqualTo(first.version());
        assertThat(server.query("SELECT action FROM core.audit_log")).hasSize(1);
        assertThat(node.identity.calls).hasSize(1);
    }

    @Test
    void a_soft_deletion_can_be_taken_back_and_brings_back_the_status_before() {
        lifecycle.suspend("acme", IfMatch.ANY);

        TenantRow deleted = lifecycle.deleteSoftly("acme", IfMatch.ANY);
        assertThat(deleted.status()).isEqualTo(PENDING_DELETION);
        assertThat(deleted.deletedAt()).isNotNull();
        assertThat(lifecycle.deleteSoftly("acme", IfMatch.ANY).version()).isEqualTo(deleted.version());
        assertThatThrownBy(() -> lifecycle.activate("acme", IfMatch.ANY)).hasMessageStartingWith("tenant-status: ");
        assertThatThrownBy(() -> lifecycle.suspend("acme", IfMatch.ANY)).hasMessageStartingWith("tenant-status: ");

        TenantRow restored = lifecycle.restore("acme", IfMatch.ANY);
        assertThat(restored.status()).isEqualTo(SUSPENDED);
        assertThat(restored.deletedAt()).isNull();
        assertThatThrownBy(() -> lifecycle.restore("acme", IfMatch.ANY)).hasMessageStartingWith("tenant-status: ");
    }

    @Test
    void a_tenant_that_does_not_exist_is_not_found() {
        assertThatThrownBy(() -> lifecycle.suspend("nobody", IfMatch.ANY))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void removing_undoes_every_step_last_first_retires_the_slug_and_keeps_the_audit_log() {
        node.done.clear();

        node.management.remove("acme", Progress.NONE);

        assertThat(node.done)
                .containsExactly(
                        "undo admin acme",
                        "undo workspace acme",
                        "undo roles acme",
                        "undo realm acme",
                        "undo schema acme");
        assertNothingIsLeft("acme");
        assertThat(node.management.tenants().find("acme")).isEmpty();
        assertThat(node.heard.get(node.heard.size() - 1).status().name()).isEqualTo("DELETED");
        assertThat(server.query("SELECT action FROM core.audit_log ORDER BY at"))
                .containsExactly("core.tenant.deletion-begun", "core.tenant.deleted");
        assertThatThrownBy(() -> node.create("acme")).hasMessageStartingWith("slug-retired: ");
        assertThatThrownBy(() -> node.management.demandFree(node.management.check(Node.draft("acme"))))
                .hasMessageStartingWith("slug-retired: ");
        assertThatThrownBy(() -> node.management.remove("acme", Progress.NONE))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void a_removal_that_fails_in_the_middle_serves_nobody_and_is_tried_again() {
        node.at("undo realm", () -> {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "the identity server does not answer");
        });

        assertThatThrownBy(() -> node.management.remove("acme", Progress.NONE))
                .hasMessageContaining("the identity server does not answer")
                .hasMessageContaining("keeps trying");
        assertThat(node.management.tenants().find("acme").orElseThrow().isActive())
                .isFalse();

        node.forgetScript();
        node.management.wake();
        await().untilAsserted(() -> assertNothingIsLeft("acme"));
    }

    @Test
    void a_removal_is_refused_while_a_participant_is_missing() {
        node.steps.removeIf(step -> step.name().equals("realm"));

        assertThatThrownBy(() -> node.management.remove("acme", Progress.NONE)).hasMessageContaining("step realm:");

        assertThat(node.management.get("acme").status()).isEqualTo(ACTIVE);
    }

    @Test
    void nothing_moves_a_tenant_that_has_changed_since_it_was_read() {
        assertThatThrownBy(() -> lifecycle.suspend("acme", IfMatch.of("\"99\"")))
                .extracting("code")
                .isEqualTo(ErrorCode.PRECONDITION_FAILED);
    }

    private void rename(String name) {
        node.management.edit(
                "acme", "core.tenant.updated", IfMatch.ANY, plans -> TenantPatch.of(patch("name", name), plans));
    }

    private static ObjectNode patch(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value);
    }
}
