package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PurgeTest extends TenancyTest {

    @Test
    void a_soft_deletion_says_until_when_it_can_be_taken_back_and_ends_then() {
        node.create("acme");
        TenantRow deleted = node.management.lifecycle().deleteSoftly("acme", IfMatch.ANY);
        assertThat(TenantJson.of(deleted).purgeAt())
                .isEqualTo(deleted.deletedAt().plus(Duration.ofDays(30)));

        node.clock.move(Duration.ofDays(29));
        node.management.removeDue();
        assertThat(node.management.get("acme").status()).isEqualTo(TenantStatus.PENDING_DELETION);

        node.clock.move(Duration.ofDays(2));
        node.management.removeDue();

        assertNothingIsLeft("acme");
        assertThat(server.leftovers("acme")).isEmpty();
        assertThat(server.query("SELECT slug FROM core.retired_slugs")).containsExactly("acme");
        assertNotFound(() -> node.management.lifecycle().restore("acme", IfMatch.ANY));
        assertThatThrownBy(() -> node.create("acme")).hasMessageStartingWith("slug-retired: ");
    }

    @Test
    void of_several_nodes_one_removes_it() {
        Node other = anotherNode();
        node.create("acme");
        node.management.lifecycle().deleteSoftly("acme", IfMatch.ANY);
        node.done.clear();
        for (Node each : new Node[] {node, other}) {
            each.clock.move(Duration.ofDays(31));
        }
        CompletableFuture<Void> there = CompletableFuture.runAsync(other.management::removeDue);
        node.management.removeDue();
        there.join();

        assertNothingIsLeft("acme");
        assertThat(node.done.size() + other.done.size()).isEqualTo(Node.STEPS.size());
        await().until(() -> other.management.tenants().find("acme").isEmpty());
        assertThat(server.query("SELECT action FROM core.audit_log WHERE action LIKE '%.deleted'"))
                .hasSize(1);
    }

    @Test
    void one_that_was_restored_stays() {
        node.create("acme");
        node.management.lifecycle().deleteSoftly("acme", IfMatch.ANY);

        TenantRow restored = node.management.lifecycle().restore("acme", IfMatch.ANY);

        assertThat(restored.purgeAt()).isNull();
        node.clock.move(Duration.ofDays(31));
        node.management.removeDue();
        assertThat(node.management.get("acme").status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void a_purge_that_fails_is_tried_again() {
        node.create("acme");
        node.management.lifecycle().deleteSoftly("acme", IfMatch.ANY);
        node.at("undo realm", () -> {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "the identity server does not answer");
        });
        node.clock.move(Duration.ofDays(31));
        assertThatThrownBy(node.management::removeDue)
                .hasMessageContaining("acme")
                .hasMessageContaining("the identity server does not answer");
        assertThat(node.done).contains("undo realm acme");

        node.forgetScript();

        await().untilAsserted(() -> assertNothingIsLeft("acme"));
    }

    @Test
    void a_hard_deletion_leaves_nothing_that_mentions_the_tenant() {
        node.create("acme");
        node.create("acme-east");
        server.createPlugin("acme", "crm");
        server.createPlugin("acme-east", "crm");
        assertThat(server.leftovers("acme"))
                .anyMatch(trace -> trace.startsWith("schema tenant_acme__crm"))
                .anyMatch(trace -> trace.startsWith("role owner_acme__crm"))
                .anyMatch(trace -> trace.startsWith("row of core.tenants"));

        node.management.remove("acme", Progress.NONE);

        assertThat(server.leftovers("acme")).isEmpty();
        assertThat(server.leftovers("acme-east")).isNotEmpty();
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
