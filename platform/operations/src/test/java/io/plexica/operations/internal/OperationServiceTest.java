package io.plexica.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.operations.Operations.Status;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OperationServiceTest extends OperationsTest {

    @Test
    void work_runs_in_the_context_of_its_caller_and_leaves_its_result() {
        Node node = new Node(SETTINGS);
        AtomicReference<String> doer = new AtomicReference<>();

        Operation begun = node.start(progress -> {
            doer.set(Contexts.require().principal().email());
            return Map.of("answer", 42);
        });

        assertThat(begun.status()).isEqualTo(Status.RUNNING);
        Operation ended = node.ended(begun.id());
        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended.progress()).isEqualTo(100);
        assertThat(ended.result()).isEqualTo("{\"answer\":42}");
        assertThat(ended.finishedAt()).isAfterOrEqualTo(ended.startedAt());
        assertThat(doer).hasValue("ada@example.com");
        assertThat(server.query("SELECT started_by FROM core.operations"))
                .containsExactly(ADA.id().toString());
    }

    @Test
    void a_failure_is_kept_as_the_problem_that_the_caller_would_have_had() {
        Node node = new Node(SETTINGS);

        Operation refused = node.ended(node.start(progress -> {
                    throw PlexicaException.conflict("slug-taken", "another tenant has it");
                })
                .id());
        Operation broken = node.ended(node.start(progress -> {
                    throw new IllegalStateException("broken");
                })
                .id());

        assertThat(refused.status()).isEqualTo(Status.FAILED);
        assertThat(refused.problem())
                .contains("\"code\":\"conflict\"", "slug-taken: another tenant", "/api/v1/operations/" + refused.id());
        assertThat(broken.problem()).contains("internal-error");
        assertThat(server.query("SELECT count(*) FROM core.operations o WHERE problem->>'traceId' = trace_id"))
                .containsExactly("2");
    }

    @Test
    void what_failed_and_has_something_to_show_keeps_both() {
        Node node = new Node(SETTINGS);

        Operation ended = node.ended(node.start(progress -> new Operations.Unsuccessful(
                        Map.of("moved", 0), PlexicaException.conflict("rollout-stopped", "nobody could be moved")))
                .id());

        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThat(ended.result()).isEqualTo("{\"moved\":0}");
        assertThat(ended.problem()).contains("rollout-stopped: nobody could be moved");
    }

    @Test
    void what_came_out_about_a_tenant_is_forgotten_with_it() {
        Node node = new Node(SETTINGS);
        tenant("acme");
        tenant("globex");
        CountDownLatch goOn = new CountDownLatch(1);
        Operation acme = about(node, "acme", new CountDownLatch(0));
        Operation globex = about(node, "globex", new CountDownLatch(0));
        Operation late = about(node, "acme", goOn);
        assertThat(node.ended(acme.id()).result()).isEqualTo("{\"slug\":\"acme\"}");
        assertThat(node.ended(globex.id()).tenantSlug()).isNull();

        server.admin("DELETE FROM core.tenants WHERE slug = 'acme'");
        node.service.changed(
                new Tenant(UUID.randomUUID(), "acme", "Acme", TenantStatus.DELETED, "free", Instant.EPOCH));
        goOn.countDown();

        await().untilAsserted(() -> assertThat(node.now(acme.id()).result()).isNull());
        assertThat(node.ended(late.id()).result()).isNull();
        assertThat(node.now(globex.id()).result()).contains("globex");
    }

    private static Operation about(Node node, String slug, CountDownLatch goOn) {
        return as(
                ADA,
                () -> node.service.startAbout("core.tenant.create", slug, progress -> {
                    OperationsTest.hold(goOn);
                    return Map.of("slug", slug);
                }));
    }

    @Test
    void progress_is_seen_while_it_runs_and_never_falls() {
        Node node = new Node(SETTINGS);
        CountDownLatch goOn = new CountDownLatch(1);
        Operation begun = node.start(progress -> {
            progress.report(40, "schema", "Making tables");
            progress.report(30, "realm", null);
            OperationsTest.hold(goOn);
            return null;
        });

        await().untilAsserted(() -> assertThat(node.now(begun.id()))
                .extracting(Operation::progress, Operation::step, Operation::message)
                .containsExactly(40, "realm", null));
        goOn.countDown();
        assertThat(node.ended(begun.id()).result()).isNull();
    }

    @Test
    void a_storm_of_progress_is_written_a_few_times_only() {
        Node node = new Node(SETTINGS);

        Operation begun = node.start(progress -> {
            for (int i = 0; i < 10_000; i++) {
                progress.report(i / 100, "step " + i, null);
            }
            return null;
        });

        node.ended(begun.id());
        assertThat(node.service.get(begun.id(), Viewer.atConsole(null, null)).version())
                .isLessThan(30);
    }

    @Test
    void too_much_at_once_is_refused_and_leaves_no_record() {
        Node node = new Node(SETTINGS);
        CountDownLatch goOn = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            node.start(progress -> {
                OperationsTest.hold(goOn);
                return null;
            });
        }

        assertThatThrownBy(() -> node.start(progress -> null))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        goOn.countDown();

        assertThat(server.query("SELECT id FROM core.operations")).hasSize(4);
        await().until(() -> server.query("SELECT id FROM core.operations WHERE status = 'SUCCEEDED'")
                        .size()
                == 4);
        assertThat(node.ended(node.start(progress -> null).id()).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void work_for_a_tenant_that_does_not_exist_does_not_begin() {
        Node node = new Node(SETTINGS);

        assertThatThrownBy(() -> as(ADA, () -> node.service.start("test.work", "nobody", progress -> null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void the_operations_of_a_tenant_go_with_it() {
        Node node = new Node(SETTINGS);
        tenant("acme");
        Operation begun = as(ADA, () -> node.service.start("test.work", "acme", progress -> null));
        node.ended(begun.id());

        server.admin("DELETE FROM core.tenants WHERE slug = 'acme'");

        assertThat(server.query("SELECT id FROM core.operations")).isEmpty();
    }

    @Test
    void the_work_of_a_node_that_died_is_closed_as_failed() {
        Node dead = new Node(SETTINGS);
        CountDownLatch never = new CountDownLatch(1);
        Operation begun = dead.start(progress -> {
            progress.report(50, "half", null);
            OperationsTest.hold(never);
            return null;
        });
        await().until(() -> dead.now(begun.id()).progress() == 50);
        dead.database.setDown(true);

        Node alive = new Node(SETTINGS);

        Operation ended = alive.ended(begun.id());
        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThat(ended.progress()).isEqualTo(50);
        assertThat(ended.problem()).contains("\"code\":\"unavailable\"", "The node that worked on this stopped");
        never.countDown();
    }

    @Test
    void living_nodes_leave_each_others_work_alone() {
        Node one = new Node(SETTINGS);
        new Node(SETTINGS);
        CountDownLatch goOn = new CountDownLatch(1);
        Operation begun = one.start(progress -> {
            OperationsTest.hold(goOn);
            return "done";
        });

        await().during(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> one.now(begun.id()).status() == Status.RUNNING);
        goOn.countDown();
        assertThat(one.ended(begun.id()).result()).isEqualTo("\"done\"");
    }

    @Test
    void an_end_that_cannot_be_written_is_written_when_the_database_is_back() {
        Node node = new Node(SETTINGS);
        Operation begun = node.start(progress -> {
            node.database.setDown(true);
            return "kept";
        });
        Node other = new Node(new OperationsSettings(
                1, 1, Duration.ofDays(1), Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofMinutes(1)));
        assertThat(other.now(begun.id()).status()).isEqualTo(Status.RUNNING);

        node.database.setDown(false);

        assertThat(other.ended(begun.id()).result()).isEqualTo("\"kept\"");
    }

    @Test
    void stopping_the_platform_closes_what_still_runs() throws Exception {
        Node node = new Node(SETTINGS);
        CountDownLatch began = new CountDownLatch(1);
        Operation begun = node.start(progress -> {
            began.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        OperationsTest.hold(began);
        Thread stopping = new Thread(node.service::stop);
        stopping.start();
        stopping.join(15_000);

        Operation ended = new Node(SETTINGS).now(begun.id());
        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThatThrownBy(() -> node.start(progress -> null)).isInstanceOf(PlexicaException.class);
    }

    @Test
    void what_ended_long_ago_is_forgotten() {
        server.admin("INSERT INTO core.operations (id, type, trace_id, status, node, finished_at) VALUES"
                + " (gen_random_uuid(), 'old', 't', 'SUCCEEDED', gen_random_uuid(), now() - interval '31 days'),"
                + " (gen_random_uuid(), 'new', 't', 'SUCCEEDED', gen_random_uuid(), now() - interval '29 days')");

        new Node(SETTINGS).service.run();

        assertThat(server.query("SELECT type FROM core.operations")).isEqualTo(List.of("new"));
    }
}
