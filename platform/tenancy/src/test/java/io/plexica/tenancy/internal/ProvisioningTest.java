package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningTest extends TenancyTest {

    @Test
    void a_tenant_is_made_step_by_step_and_served_when_all_are_done() {
        TenantRow row = node.create("acme");

        assertThat(row.status()).isEqualTo(TenantStatus.ACTIVE);
        assertThat(node.done).containsExactlyElementsOf(events("apply", Node.STEPS, "acme"));
        assertThat(recordedSteps("acme"))
                .containsExactly("schema DONE", "realm DONE", "roles DONE", "workspace DONE", "admin DONE");
        assertThat(server.query("SELECT status FROM core.provisionings")).containsExactly("SUCCEEDED");
        assertThat(server.query("SELECT slug || ' ' || is_default FROM tenant_acme.workspaces"))
                .containsExactly("default true");
        assertThat(node.management.tenants().find("acme")).contains(row.tenant());
        assertThat(node.heard)
                .extracting(tenant -> tenant.status())
                .containsExactly(TenantStatus.PROVISIONING, TenantStatus.ACTIVE);
    }

    @Test
    void making_a_tenant_is_in_the_audit_log_without_the_admins_password() {
        node.create("acme");

        assertThat(server.query("SELECT tenant_slug || ' ' || action || ' ' || outcome FROM core.audit_log"))
                .containsExactly("acme core.tenant.created SUCCESS");
        assertThat(server.query("SELECT after->>'status' FROM core.audit_log")).containsExactly("ACTIVE");
        assertThat(server.query("SELECT concat(before, after, reason) FROM core.audit_log")
                        .toString())
                .doesNotContain("horse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "realm", "roles", "workspace", "admin"})
    void a_step_that_fails_undoes_itself_and_all_before_it_and_frees_the_slug(String failing) {
        node.at("apply " + failing, () -> {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "the disk is full");
        });

        assertThatThrownBy(() -> node.create("acme")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(e.detail()).contains("step " + failing + " failed: the disk is full", "been undone");
        });

        List<String> begun = new ArrayList<>(Node.STEPS.subList(0, Node.STEPS.indexOf(failing) + 1));
        List<String> expected = events("apply", begun, "acme");
        Collections.reverse(begun);
        expected.addAll(events("undo", begun, "acme"));
        assertThat(node.done).containsExactlyElementsOf(expected);
        assertNothingIsLeft("acme");
        assertThat(server.query("SELECT status || ': ' || reason FROM core.provisionings"))
                .containsExactly("FAILED: step " + failing + " failed: the disk is full");
        assertThat(server.query("SELECT action || ' ' || outcome || ' ' || reason FROM core.audit_log"))
                .containsExactly("core.tenant.created FAILURE step " + failing + " failed: the disk is full");

        node.forgetScript();
        assertThat(node.create("acme").status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void what_is_wrong_with_the_request_keeps_its_code_and_pointer_when_a_step_finds_it() {
        node.at("apply admin", () -> {
            throw PlexicaException.validation(new FieldError("/admin/password", "is too common"));
        });

        assertThatThrownBy(() -> node.create("acme")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(e.errors()).containsExactly(new FieldError("/admin/password", "is too common"));
        });
    }

    @Test
    void a_conflict_that_a_step_finds_stays_one() {
        node.at("apply realm", () -> {
            throw PlexicaException.conflict("slug-taken", "there is a foreign realm");
        });

        assertThatThrownBy(() -> node.create("acme")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(e.detail()).startsWith("slug-taken: there is a foreign realm");
        });
    }

    @Test
    void without_all_participants_nothing_begins_and_the_missing_ones_are_named() {
        node.steps.removeIf(step -> List.of("realm", "admin").contains(step.name()));

        assertThatThrownBy(() -> node.create("acme")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(e.detail()).contains("steps realm, admin:");
        });
        assertThat(node.done).isEmpty();
        assertThat(server.query("SELECT slug FROM core.provisionings")).isEmpty();
    }

    @Test
    void a_slug_that_is_taken_stays_with_its_tenant() {
        node.create("acme");

        assertThatThrownBy(() -> node.create("acme")).hasMessageStartingWith("slug-taken: ");
        assertThat(server.query("SELECT coalesce(tenant_slug, 'nobody') || ' ' || resource_id FROM core.audit_log"
                        + " WHERE outcome = 'FAILURE'"))
                .containsExactly("nobody acme");
        assertThat(node.done).doesNotContain("undo schema acme");
        assertThat(node.management.get("acme").status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void all_that_is_wrong_is_said_before_anything_begins() {
        assertThatThrownBy(() -> node.create(null, Progress.NONE)).hasMessageContaining("is required");
        assertThatThrownBy(
                        () -> node.create(new TenantDraft("Acme", null, "platinum", null, null, null), Progress.NONE))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/slug", "/name", "/plan", "/admin"));
        assertThat(node.done).isEmpty();
    }

    @Test
    void progress_tells_of_each_step() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        node.at("apply roles", () -> {
            throw new IllegalStateException("no roles today");
        });

        assertThatThrownBy(() -> node.create(Node.draft("acme"), (step, event) -> told.add(step + " " + event)))
                .hasMessageContaining("IllegalStateException: no roles today");

        assertThat(told)
                .containsExactly(
                        "schema BEGUN",
                        "schema DONE",
                        "realm BEGUN",
                        "realm DONE",
                        "roles BEGUN",
                        "roles FAILED",
                        "roles BEGUN",
                        "roles UNDONE",
                        "realm BEGUN",
                        "realm UNDONE",
                        "schema BEGUN",
                        "schema UNDONE");
    }
}
