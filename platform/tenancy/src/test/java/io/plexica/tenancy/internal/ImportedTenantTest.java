package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants.ImportedTenant;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tenants that come from elsewhere, made by fewer steps and one more. */
class ImportedTenantTest extends TenancyTest {

    private static final UUID ID = new UUID(7, 7);

    @Test
    void it_is_made_by_the_steps_that_it_needs_and_filled_at_the_end() {
        node.addFilling("restore");
        TenantRow row = node.management.create(node.management.checkImport(wanted("acme", ID)), Progress.NONE);

        assertThat(row.status()).isEqualTo(TenantStatus.ACTIVE);
        assertThat(row.id()).isNotEqualTo(ID);
        assertThat(node.management.directory().find("acme")).isPresent();
        assertThat(row.theme()).contains("#112233");
        assertThat(recordedSteps("acme"))
                .containsExactly("schema DONE", "realm DONE", "roles DONE", "admin DONE", "restore DONE");
        node.management.remove("acme", Progress.NONE);
        assertNothingIsLeft("acme");
        assertThat(node.done).contains("undo restore acme");
    }

    @Test
    void one_that_cannot_be_filled_frees_its_slug() {
        node.addFilling("restore");
        node.at("apply restore", () -> {
            throw PlexicaException.validation(new io.plexica.api.problem.FieldError("/tables/users", "do not fit"));
        });
        assertThatThrownBy(() -> node.management.create(node.management.checkImport(wanted("acme", ID)), Progress.NONE))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                    assertThat(e.errors().get(0).pointer()).isEqualTo("/tables/users");
                });
        assertNothingIsLeft("acme");
        node.forgetScript();
        node.management.create(node.management.checkImport(wanted("acme", ID)), Progress.NONE);
    }

    @Test
    void one_that_was_being_filled_when_the_node_died_is_undone() {
        node.addFilling("restore");
        node.at("apply restore", node::die);
        assertThatThrownBy(() -> node.management.create(node.management.checkImport(wanted("acme", ID)), Progress.NONE))
                .isInstanceOf(Throwable.class);
        node.close();

        Node next = anotherNode();
        next.addFilling("restore");
        next.management.wake();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertNothingIsLeft("acme"));
    }

    @Test
    void what_is_here_already_or_cannot_be_made_is_refused_at_once() {
        assertThatThrownBy(() -> node.management.checkImport(wanted("acme", ID)))
                .hasMessageContaining("restore");
        node.addFilling("restore");
        TenantRow row = node.management.create(node.management.checkImport(wanted("acme", ID)), Progress.NONE);
        assertThatThrownBy(() -> node.management.checkImport(wanted("other", row.id())))
                .hasMessageContaining("tenant-exists")
                .hasMessageContaining("acme");
        assertThatThrownBy(() -> node.management.checkImport(wanted("acme", new UUID(8, 8))))
                .hasMessageContaining("slug-taken");
        ImportedTenant broken = new ImportedTenant(new UUID(9, 9), "x", "", "none", "[]", "{}", "restore");
        assertThatThrownBy(() -> node.management.checkImport(broken))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors().stream()
                                        .map(error -> error.pointer())
                                        .toList())
                                .isEqualTo(List.of("/slug", "/name", "/plan", "/settings")));
    }

    @Test
    void whoever_only_looks_hears_of_all_that_would_be_refused_and_nothing_is_recorded() {
        node.addFilling("restore");
        TenantRow row = node.management.create(node.management.checkImport(wanted("acme", ID)), Progress.NONE);
        List<String> before = server.query("SELECT count(*)::text FROM core.audit_log");

        assertThat(pointers(wanted("acme", row.id()))).isEqualTo(List.of("/slug", ""));
        assertThat(pointers(new ImportedTenant(row.id(), "core", "", "none", "[]", "{}", "restore")))
                .isEqualTo(List.of("/slug", "/name", "/plan", "/settings", ""));
        assertThat(pointers(wanted("other", new UUID(8, 8)))).isEmpty();
        assertThat(server.query("SELECT count(*)::text FROM core.audit_log")).isEqualTo(before);
    }

    private List<String> pointers(ImportedTenant wanted) {
        return node.management.obstacles(wanted).stream()
                .map(error -> error.pointer())
                .toList();
    }

    private static ImportedTenant wanted(String slug, UUID id) {
        return new ImportedTenant(id, slug, "Acme", "pro", "{}", "{\"primary\":\"#112233\"}", "restore");
    }
}
