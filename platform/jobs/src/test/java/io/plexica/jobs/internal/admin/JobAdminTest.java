package io.plexica.jobs.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.JobsRoom;
import io.plexica.jobs.internal.admin.JobList.Wish;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobAdminTest extends JobAdminCase {

    private static final JobScope GLOBEX = JobScope.of("globex");

    @Test
    void a_job_that_is_paused_does_not_run_and_goes_on_at_its_next_time() {
        assertThat(admin.pause(ACME, id, IfMatch.ANY).status()).isEqualTo("PAUSED");
        assertThat(admin.pause(ACME, id, IfMatch.ANY).nextRunAt()).isNull();
        assertThat(room.rows("SELECT 1 FROM core.jobs_due")).isEmpty();

        JobView resumed = admin.resume(ACME, id, IfMatch.ANY);
        assertThat(resumed.status()).isEqualTo("SCHEDULED");
        assertThat(resumed.nextRunAt()).isAfter(Instant.now().plusSeconds(23 * 3600));
        admin.resume(ACME, id, IfMatch.ANY);
        assertThat(room.rows("SELECT action FROM core.audit_log ORDER BY at"))
                .containsExactly("core.job.paused", "core.job.resumed");
    }

    @Test
    void a_job_runs_by_hand_and_its_history_tells() {
        admin.run(ACME, id, IfMatch.ANY);

        soon(() -> assertThat(node.plugins.done()).containsExactly("acme:crm:tidy"));
        soon(() -> assertThat(node.job("acme").status()).isEqualTo("SCHEDULED"));
        RunView run = node.history.list(ACME, id, null, new PageQuery()).items().get(0);
        assertThat(run.trigger()).isEqualTo("HAND");
        assertThat(run.status()).isEqualTo("SUCCEEDED");
        assertThat(run.durationMillis()).isNotNegative();
        assertThat(node.job("acme").nextRunAt()).isAfter(Instant.now().plusSeconds(23 * 3600));
        assertThat(node.job("acme").lastRun()).hasFieldOrPropertyWithValue("status", "SUCCEEDED");
    }

    @Test
    void one_that_runs_ends_and_is_paused_then_and_is_not_begun_twice() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        node.plugins.handle((tenant, plugin, run) -> {
            begun.countDown();
            end.await();
        });
        admin.run(ACME, id, IfMatch.ANY);
        assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();

        assertCode(() -> admin.run(ACME, id, IfMatch.ANY), ErrorCode.CONFLICT);
        assertThat(admin.pause(ACME, id, IfMatch.ANY).status()).isEqualTo("RUNNING");
        end.countDown();
        soon(() -> assertThat(node.job("acme").status()).isEqualTo("PAUSED"));
        assertThat(node.plugins.done()).hasSize(1);
    }

    @Test
    void one_that_is_paused_or_resumed_just_as_it_ends_is_what_people_want() throws Exception {
        asItEnds(() -> admin.pause(ACME, id, IfMatch.ANY));
        soon(() -> assertThat(node.job("acme").status()).isEqualTo("PAUSED"));
        assertThat(room.rows("SELECT 1 FROM core.jobs_due")).isEmpty();

        asItEnds(() -> admin.resume(ACME, id, IfMatch.ANY));
        soon(() -> assertThat(node.job("acme").status()).isEqualTo("SCHEDULED"));
    }

    @Test
    void what_is_anothers_is_not_there_and_what_has_changed_is_not_touched() {
        assertCode(() -> admin.pause(GLOBEX, id, IfMatch.ANY), ErrorCode.NOT_FOUND);
        assertCode(() -> node.list.get(GLOBEX, id), ErrorCode.NOT_FOUND);
        assertCode(() -> node.history.list(GLOBEX, id, null, new PageQuery()), ErrorCode.NOT_FOUND);
        assertCode(() -> admin.id("acme", "crm", "tody"), ErrorCode.NOT_FOUND);
        assertCode(() -> admin.pause(ACME, id, IfMatch.of("\"9\"")), ErrorCode.PRECONDITION_FAILED);
        admin.pause(ACME, id, IfMatch.of(IfMatch.tag(node.job("acme").version())));
    }

    @Test
    void one_whose_plugin_is_not_enabled_cannot_be_run_and_waits_when_it_is_resumed() {
        admin.pause(ACME, id, IfMatch.ANY);
        node.plugins.setEnabled(false);

        assertThatThrownBy(() -> admin.run(ACME, id, IfMatch.ANY)).hasMessageContaining("job-not-active");
        assertThat(admin.resume(ACME, id, IfMatch.ANY).status()).isEqualTo("WAITING");
    }

    @Test
    void jobs_are_listed_by_tenant_plugin_and_status() {
        node.in(
                "globex",
                () -> node.jobs.add(
                        "globex", "crm", "tidy", "P1D", "UTC", Instant.now().plusSeconds(60)));
        admin.pause(ACME, id, IfMatch.ANY);

        assertThat(list(new Wish(JobScope.ALL, null, null))).containsExactly("acme/tidy", "globex/tidy");
        assertThat(list(new Wish(GLOBEX, "crm", "SCHEDULED"))).containsExactly("globex/tidy");
        assertThat(list(new Wish(JobScope.ALL, null, "PAUSED"))).containsExactly("acme/tidy");
        assertThat(list(new Wish(JobScope.ALL, "loyalty", null))).isEmpty();
        assertThat(node.list
                        .list(new Wish(JobScope.ALL, null, null), new PageQuery(null, "1", "-tenant,name", "TID"))
                        .total())
                .isEqualTo(2);
        assertCode(() -> list(new Wish(JobScope.ALL, null, "ASLEEP")), ErrorCode.VALIDATION_FAILED);
    }

    @Test
    void what_became_of_a_job_is_listed_by_page_order_status_and_text() {
        room.server.admin("INSERT INTO core.jobs_runs (tenant_slug, plugin_id, job, job_id, claim, trigger,"
                + " plugin_version, attempt, node, due_at, status, error, started_at) SELECT tenant_slug, plugin_id, name,"
                + " id, n, 'SCHEDULE', '1.0.0', n, 'node', now(), CASE WHEN n = 2 THEN 'FAILED' ELSE 'SUCCEEDED' END,"
                + " CASE WHEN n = 2 THEN 'No Luck' END, now() - n * interval '1 hour'"
                + " FROM core.jobs, generate_series(1, 3) n");

        assertThat(attempts(null, new PageQuery())).containsExactly(1, 2, 3);
        assertThat(attempts(null, new PageQuery("1", "2", "-attempt", null))).containsExactly(1);
        assertThat(attempts("FAILED", new PageQuery())).containsExactly(2);
        assertThat(attempts(null, new PageQuery(null, null, null, "no luck"))).containsExactly(2);
        assertThat(node.history
                        .list(ACME, id, null, new PageQuery("0", "1", null, null))
                        .total())
                .isEqualTo(3);
        for (PageQuery wrong : List.of(
                new PageQuery("-1", null, null, null),
                new PageQuery(null, "0", null, null),
                new PageQuery(null, "201", null, null),
                new PageQuery(null, null, "error", null),
                new PageQuery(null, null, null, "a\0b"))) {
            assertCode(() -> node.history.list(ACME, id, null, wrong), ErrorCode.VALIDATION_FAILED);
            assertCode(() -> node.list.list(new Wish(ACME, null, null), wrong), ErrorCode.VALIDATION_FAILED);
        }
        assertCode(() -> node.history.list(ACME, id, "LOST", new PageQuery()), ErrorCode.VALIDATION_FAILED);
    }

    /** Commits a change when its run has ended and what is to become of it is decided, or waits for the change. */
    private void asItEnds(Runnable change) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        node.plugins.handle((tenant, plugin, run) -> {
            begun.countDown();
            end.await();
        });
        admin.run(ACME, id, IfMatch.ANY);
        assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();
        node.database.together(() -> {
            change.run();
            end.countDown();
            soon(() -> assertThat(room.rows(JobsRoom.WAITING + " UNION ALL SELECT 1"
                            + " FROM core.jobs_runs r WHERE r.status = 'SUCCEEDED' AND NOT EXISTS"
                            + " (SELECT FROM core.jobs_due d WHERE d.job_id = r.job_id AND d.picked)"))
                    .isNotEmpty());
            return id;
        });
    }

    @Test
    void what_became_of_a_single_run_is_known_when_it_is_over() {
        UUID single = new UUID(7, 7);
        room.server.admin("INSERT INTO core.jobs_runs (tenant_slug, plugin_id, job, job_id, claim, trigger,"
                + " plugin_version, attempt, node, due_at, status) VALUES ('acme', 'crm', 'once', '" + single
                + "', 1, 'PLUGIN', '1.0.0', 1, 'node', now(), 'FAILED'), ('acme', 'crm', 'once', '"
                + new UUID(7, 8) + "', 1, 'PLUGIN', '1.0.0', 1, 'node', now(), 'SUCCEEDED')");

        assertThat(node.history.list(ACME, single, null, new PageQuery()).items())
                .extracting(RunView::status)
                .containsExactly("FAILED");
        assertThat(node.history
                        .list("acme", "crm", "once", null, new PageQuery())
                        .total())
                .isEqualTo(2);
        assertThat(node.history
                        .list("globex", "crm", "once", null, new PageQuery())
                        .total())
                .isZero();
        assertCode(() -> node.history.list(GLOBEX, single, null, new PageQuery()), ErrorCode.NOT_FOUND);
    }

    private List<Integer> attempts(String status, PageQuery paging) {
        return node.history.list(ACME, id, status, paging).items().stream()
                .map(RunView::attempt)
                .toList();
    }

    private List<String> list(Wish wish) {
        return node.list.list(wish, new PageQuery()).items().stream()
                .map(job -> job.tenant() + "/" + job.name())
                .toList();
    }

    private static void assertCode(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
