package io.plexica.jobs.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.jobs.internal.JobsRoom;
import io.plexica.jobs.internal.JobsRoom.Node;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.jobs.JobHandlers.Outcome;
import io.plexica.spi.tenancy.TenantStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineTest {

    private static final String[] TENANTS =
            IntStream.range(0, 30).mapToObj(n -> "tenant" + n).toArray(String[]::new);
    private static final String STATUSES = "SELECT status FROM core.jobs_runs ORDER BY started_at";

    private final JobsRoom room = new JobsRoom(TENANTS);
    private final Node node = room.node();

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void two_nodes_do_every_job_once() {
        Node other = room.anotherNode();
        for (String slug : TENANTS) {
            node.add(slug, "crm", "tidy", "P1D");
        }
        node.start();
        other.start();

        soon(() -> assertThat(room.rows(STATUSES)).hasSize(30).containsOnly("SUCCEEDED"));
        soon(() -> assertThat(room.rows("SELECT 1 FROM core.jobs_due WHERE picked"))
                .isEmpty());
        assertThat(Stream.concat(node.plugins.done().stream(), other.plugins.done().stream()))
                .hasSize(30)
                .doesNotHaveDuplicates();
    }

    @Test
    void times_that_went_by_are_made_up_for_once() {
        node.add("tenant1", "crm", "tidy", "PT1H");
        room.server.admin("UPDATE core.jobs_due SET execution_time = now() - interval '3 days 10 minutes'");
        node.start();

        soon(() -> assertThat(node.job("tenant1").nextRunAt()).isAfter(Instant.now()));
        assertThat(node.plugins.done()).containsExactly("tenant1:crm:tidy");
        assertThat(node.job("tenant1").nextRunAt())
                .isBetween(Instant.now().plusSeconds(10 * 60), Instant.now().plusSeconds(60 * 60));
    }

    @Test
    void a_job_that_fails_is_tried_again_and_then_left_until_its_next_time() {
        node.plugins.handle((tenant, plugin, run) -> {
            throw new IllegalStateException("no luck");
        });
        node.add("tenant1", "crm", "tidy", "P1D");
        node.start();

        soon(() -> assertThat(room.rows(STATUSES)).containsExactly("FAILED", "FAILED"));
        soon(() -> assertThat(node.job("tenant1").nextRunAt())
                .isAfter(Instant.now().plusSeconds(23 * 3600)));
        assertThat(node.job("tenant1").failures()).isZero();
        assertThat(room.rows("SELECT DISTINCT error FROM core.jobs_runs"))
                .containsExactly("java.lang.IllegalStateException: no luck");
        assertThat(node.plugins.begun()).extracting(run -> run.attempt()).containsExactly(1, 2);
        assertThat(node.plugins.begun().get(1).id())
                .isEqualTo(node.plugins.begun().get(0).id());
        assertThat(node.plugins.begun().get(1).dueAt())
                .isEqualTo(node.plugins.begun().get(0).dueAt());
    }

    @Test
    void jobs_that_hang_leave_room_for_those_of_others() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        node.plugins.handle((tenant, plugin, run) -> {
            if (plugin.equals("crm")) {
                end.await();
            }
        });
        for (String slug : TENANTS) {
            node.add(slug, "crm", "tidy", "P1D");
        }
        node.start();
        soon(() -> assertThat(room.rows(STATUSES)).hasSize(1));
        for (String slug : TENANTS) {
            node.add(slug, "loyalty", "points", "P1D");
        }

        soon(() -> assertThat(node.plugins.done()).hasSize(30).allMatch(done -> done.endsWith(":loyalty:points")));
        assertThat(room.rows("SELECT 1 FROM core.jobs_due WHERE picked")).hasSize(1);
        end.countDown();
        soon(() -> assertThat(node.plugins.done()).hasSize(60));
    }

    @Test
    void what_was_cut_off_is_failed_with_its_reason() {
        node.plugins.handle((tenant, plugin, run) -> {
            throw new PlexicaException(ErrorCode.PLUGIN_TIMEOUT, "The job tidy did not end within 1 s");
        });
        node.add("tenant1", "crm", "tidy", "P1D");
        node.start();

        soon(() -> assertThat(room.rows("SELECT error FROM core.jobs_runs"))
                .hasSize(2)
                .containsOnly("The job tidy did not end within 1 s"));
    }

    @Test
    void what_a_statement_may_meet_each_time_is_the_jobs_own_failure_and_not_the_databases() {
        node.plugins.handle((tenant, plugin, run) -> {
            SQLException said = run.attempt() == 1
                    ? new SQLException("took too long", "57014")
                    : new SQLException("could not obtain lock", "55P03");
            throw new DatabaseException(ErrorCode.UNAVAILABLE, "try again", said);
        });
        node.add("tenant1", "crm", "tidy", "P1D");
        node.start();

        soon(() -> assertThat(room.rows(STATUSES)).containsExactly("FAILED", "FAILED"));
        assertThat(room.rows("SELECT error FROM core.jobs_runs"))
                .containsExactlyInAnyOrder("try again: took too long", "try again: could not obtain lock");
    }

    @Test
    void a_job_whose_node_is_not_heard_of_is_taken_up_by_another_and_the_first_commits_nothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        node.plugins.handle((tenant, plugin, run) -> {
            begun.countDown();
            end.await();
        });
        node.add("tenant1", "crm", "tidy", "P1D");
        node.start();
        assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();
        node.database.setDown(true);
        Node other = room.anotherNode();
        other.start();

        soon(() -> assertThat(other.plugins.done()).containsExactly("tenant1:crm:tidy"));
        assertThat(room.rows(STATUSES)).containsExactly("CUT_OFF", "SUCCEEDED");
        assertThat(other.plugins.begun().get(0).attempt()).isEqualTo(2);
        node.database.setDown(false);
        end.countDown();
        soon(() -> assertThat(room.rows("SELECT 1 FROM core.jobs_due WHERE picked"))
                .isEmpty());
        assertThat(node.plugins.done()).isEmpty();
        assertThat(room.rows(STATUSES)).containsExactly("CUT_OFF", "SUCCEEDED");
    }

    @Test
    void what_was_committed_before_its_node_died_is_not_done_again() {
        node.add("tenant1", "crm", "tidy", "P1D");
        room.server.admin("UPDATE core.jobs_due SET picked = true, picked_by = 'gone', version = 7,"
                + " last_heartbeat = now() - interval '1 hour';"
                + "INSERT INTO core.jobs_runs (tenant_slug, plugin_id, job, job_id, claim, trigger, plugin_version,"
                + " attempt, node, due_at, status) SELECT tenant_slug, plugin_id, name, id, 7, 'SCHEDULE', '1.0.0', 1,"
                + " 'gone', now(), 'SUCCEEDED' FROM core.jobs");
        node.start();

        soon(() -> assertThat(node.job("tenant1").nextRunAt()).isAfter(Instant.now()));
        assertThat(node.plugins.begun()).isEmpty();
    }

    @Test
    void a_job_that_ends_its_node_time_and_again_is_left_until_its_next_time() {
        node.add("tenant1", "crm", "tidy", "P1D");
        room.server.admin("UPDATE core.jobs_due SET picked = true, picked_by = 'gone', consecutive_failures = 1,"
                + " last_heartbeat = now() - interval '1 hour'");
        node.start();

        soon(() -> assertThat(node.job("tenant1").nextRunAt())
                .isAfter(Instant.now().plusSeconds(3600)));
        assertThat(node.plugins.begun()).isEmpty();
    }

    @Test
    void who_is_suspended_or_has_the_plugin_disabled_runs_nothing_and_who_is_gone_keeps_nothing() {
        node.add("tenant1", "crm", "tidy", "PT1H");
        node.add("tenant2", "crm", "tidy", "PT1H");
        room.tenants.status("tenant1", TenantStatus.SUSPENDED);
        room.tenants.status("tenant2", null);
        node.start();

        soon(() -> assertThat(node.job("tenant1").status()).isEqualTo("WAITING"));
        soon(() -> assertThat(room.rows("SELECT tenant_slug FROM core.jobs")).containsExactly("tenant1"));
        assertThat(room.rows(STATUSES)).isEmpty();
    }

    @Test
    void what_the_version_here_does_not_want_waits_and_what_runs_elsewhere_is_tried_later() {
        node.plugins.answer(Outcome.NOT_HERE);
        node.add("tenant1", "crm", "tidy", "PT1H");
        node.start();
        soon(() -> assertThat(node.job("tenant1").nextRunAt())
                .isAfter(Instant.now().plusSeconds(1)));
        assertThat(node.job("tenant1").failures()).isZero();

        node.plugins.answer(Outcome.NOT_WANTED);
        room.letTimePass();
        soon(() -> assertThat(node.job("tenant1").status()).isEqualTo("WAITING"));
        assertThat(room.rows(STATUSES)).isEmpty();
    }

    @Test
    void a_node_that_stops_gives_its_jobs_back() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        node.plugins.handle((tenant, plugin, run) -> {
            begun.countDown();
            new CountDownLatch(1).await();
        });
        node.add("tenant1", "crm", "tidy", "P1D");
        Engine engine = node.start();
        assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();

        engine.close();

        soon(() -> assertThat(node.job("tenant1").status()).isEqualTo("SCHEDULED"));
        assertThat(node.job("tenant1").failures()).isZero();
        Node other = room.anotherNode();
        other.start();
        soon(() -> assertThat(other.plugins.done()).containsExactly("tenant1:crm:tidy"));
    }

    @Test
    void while_the_database_is_away_nothing_runs_and_then_all_goes_on() {
        node.add("tenant1", "crm", "tidy", "P1D");
        node.database.setDown(true);
        Engine engine = node.start();
        soon(() -> assertThat(engine.failure()).contains("does not answer"));

        node.database.setDown(false);
        soon(() -> assertThat(node.plugins.done()).containsExactly("tenant1:crm:tidy"));
        assertThat(engine.failure()).isNull();
    }

    @Test
    void of_the_runs_of_a_job_the_last_hundred_are_kept() {
        node.add("tenant1", "crm", "tidy", "P1D");
        room.server.admin("INSERT INTO core.jobs_runs (tenant_slug, plugin_id, job, job_id, claim, trigger,"
                + " plugin_version, attempt, node, due_at, status, started_at) SELECT tenant_slug, plugin_id, name, id, n,"
                + " 'SCHEDULE', '1.0.0', 1, 'node', now(), 'SUCCEEDED', now() - n * interval '1 day'"
                + " FROM core.jobs, generate_series(1, 300) n");
        node.start();
        soon(() -> assertThat(node.plugins.done()).hasSize(1));

        assertThat(room.rows("SELECT 1 FROM core.jobs_runs")).hasSize(101);
        assertThat(node.runs.removeOld(30, 10_000)).isEqualTo(71);
        assertThat(List.of(node.runs.removeOld(30, 10_000))).containsExactly(0);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
