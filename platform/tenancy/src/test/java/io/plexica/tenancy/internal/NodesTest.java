package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodesTest extends TenancyTest {

    @Test
    void what_one_node_does_holds_on_the_others_within_a_second() {
        Node other = anotherNode();
        node.create("acme");
        await().atMost(Duration.ofSeconds(1)).until(() -> isActive(other));

        node.management.lifecycle().suspend("acme", IfMatch.ANY);
        await().atMost(Duration.ofSeconds(1)).until(() -> !isActive(other));
        node.management.lifecycle().activate("acme", IfMatch.ANY);
        await().atMost(Duration.ofSeconds(1)).until(() -> isActive(other));
        node.management.remove("acme", Progress.NONE);
        await().atMost(Duration.ofSeconds(1))
                .until(() -> other.management.tenants().find("acme").isEmpty());

        await().untilAsserted(() -> assertThat(other.heard)
                .extracting(Tenant::status)
                .startsWith(TenantStatus.PROVISIONING)
                .containsSubsequence(TenantStatus.ACTIVE, TenantStatus.SUSPENDED, TenantStatus.ACTIVE)
                .endsWith(TenantStatus.DELETED));
        assertThat(other.heard.stream().filter(tenant -> tenant.status() == TenantStatus.DELETED))
                .hasSize(1);
    }

    @Test
    void a_node_that_hears_nothing_asks_the_database_and_has_no_answer_without_it() {
        node.create("acme");
        server.setDeaf(true);
        await().until(() -> !server.signals().isCurrent());

        server.admin("UPDATE core.tenants SET status = 'SUSPENDED', version = version + 1");
        assertThat(isActive(node)).isFalse();

        node.database.setDown(true);
        assertThatThrownBy(() -> node.management.tenants().find("acme"))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        node.database.setDown(false);
        server.setDeaf(false);
    }

    @Test
    void signals_that_were_missed_are_made_up_for() {
        node.create("acme");
        node.create("globex");
        server.admin("UPDATE core.tenants SET status = 'SUSPENDED', version = version + 1 WHERE slug = 'acme'");
        server.admin("DELETE FROM core.tenants WHERE slug = 'globex'");
        assertThat(isActive(node)).isTrue();

        node.management.tenants().changed("");

        assertThat(isActive(node)).isFalse();
        await().untilAsserted(() -> assertThat(node.management.directory().all())
                .extracting(Tenant::slug)
                .containsExactly("acme"));
    }

    @Test
    void what_does_not_stand_is_not_announced() {
        Node other = anotherNode();
        node.create("acme");
        await().until(() -> isActive(other));
        server.admin("ALTER TABLE core.audit_log ADD CONSTRAINT none CHECK (action <> 'core.tenant.suspended')");

        assertThatThrownBy(() -> node.management.lifecycle().suspend("acme", IfMatch.ANY))
                .isInstanceOf(PlexicaException.class);

        await().during(Duration.ofMillis(500)).until(() -> isActive(other));
    }

    private static boolean isActive(Node node) {
        return node.management.tenants().find("acme").filter(Tenant::isActive).isPresent();
    }
}
