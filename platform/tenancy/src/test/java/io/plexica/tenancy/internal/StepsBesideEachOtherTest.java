package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.spi.tenancy.TenantStatus;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StepsBesideEachOtherTest extends TenancyTest {

    @Test
    void steps_that_do_not_need_each_other_run_beside_each_other() {
        node.needs.put("realm", Set.of());
        node.needs.put("roles", Set.of("schema"));
        CyclicBarrier both = new CyclicBarrier(2);
        node.at("apply realm", () -> meet(both));
        node.at("apply roles", () -> meet(both));

        assertThat(node.create("acme").status()).isEqualTo(TenantStatus.ACTIVE);

        assertThat(node.done).endsWith("apply workspace acme", "apply admin acme");
        assertThat(recordedSteps("acme"))
                .containsExactly("schema DONE", "realm DONE", "roles DONE", "workspace DONE", "admin DONE");
    }

    @Test
    void one_that_fails_is_undone_only_after_those_beside_it_have_ended() {
        node.needs.put("realm", Set.of());
        node.needs.put("roles", Set.of("schema"));
        CountDownLatch failed = new CountDownLatch(1);
        node.at("apply roles", () -> {
            failed.countDown();
            throw new IllegalStateException("no roles today");
        });
        node.at("apply realm", () -> {
            await(failed);
            node.done.add("realm is there");
        });

        assertThatThrownBy(() -> node.create("acme")).hasMessageContaining("no roles today");

        assertThat(node.done.subList(node.done.indexOf("realm is there"), node.done.size()))
                .containsExactly("realm is there", "undo roles acme", "undo realm acme", "undo schema acme");
        assertNothingIsLeft("acme");
    }

    @Test
    void a_process_killed_while_two_steps_run_leaves_both_to_be_undone() {
        node.needs.put("realm", Set.of());
        CyclicBarrier both = new CyclicBarrier(2);
        node.at("apply schema", () -> meet(both));
        node.at("apply realm", () -> {
            meet(both);
            node.die();
        });
        assertThatThrownBy(() -> node.create("acme")).isInstanceOf(Node.Killed.class);

        Node next = anotherNode();

        org.awaitility.Awaitility.await().untilAsserted(() -> assertNothingIsLeft("acme"));
        assertThat(next.done).containsExactly("undo realm acme", "undo schema acme");
    }

    @Test
    void needs_that_nobody_fulfils_are_not_waited_for_and_circles_are_found() {
        node.needs.put("realm", Set.of("console"));
        assertThat(node.create("acme").status()).isEqualTo(TenantStatus.ACTIVE);

        node.needs.put("roles", Set.of("workspace"));
        node.needs.put("workspace", Set.of("roles"));

        assertThatThrownBy(() -> node.create("globex")).hasMessageContaining("these steps wait for each other");
        assertThat(server.query("SELECT slug FROM core.tenants")).isEqualTo(List.of("acme"));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody came", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
