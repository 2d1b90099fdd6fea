package io.plexica.jobs.internal.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.JobsRoom;
import io.plexica.jobs.internal.JobsRoom.Node;
import io.plexica.jobs.internal.admin.JobAdmin;
import io.plexica.jobs.internal.admin.JobList.Wish;
import io.plexica.jobs.internal.admin.JobScope;
import io.plexica.jobs.internal.admin.JobView;
import io.plexica.jobs.internal.admin.RunView;
import io.plexica.jobs.internal.engine.Engine;
import io.plexica.jobs.internal.keep.ReconciliationSchedule;
import io.plexica.jobs.internal.store.Backlog;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.jobs.PlatformJob;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformJobsTest {

    private static final String STATUSES = "SELECT status FROM core.jobs_runs ORDER BY started_at";

    private final JobsRoom room = new JobsRoom("acme");
    private final Node node = room.node();
    private final Engine engine = node.start();
    private final ReconciliationSchedule keeper = node.keeper(engine);
    private final JobAdmin admin = node.admin(engine);
    private final Recorder sweep = new Recorder("rooms.sweep", "P1D");

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void what_a_room_registers_is_listed_and_runs_for_the_system_and_its_history_tells() {
        node.own.add(sweep);
        soon(() -> assertThat(own()).isNotNull());
        assertThat(own().tenant()).isNull();
        assertThat(own().plugin()).isEqualTo("core");
        assertThat(own().nextRunAt()).isAfter(Instant.now().plusSeconds(23 * 3600));

        room.letTimePass();
        soon(() -> assertThat(sweep.done).containsExactly("system"));
        soon(() -> assertThat(room.rows(STATUSES)).containsExactly("SUCCEEDED"));
        RunView run = node.history
                .list(JobScope.ALL, own().id(), null, new PageQuery())
                .items()
                .get(0);
        assertThat(run.version()).isNull();
        assertThat(run.trigger()).isEqualTo("SCHEDULE");
    }

    @Test
    void of_two_nodes_one_does_it() {
        Node other = room.anotherNode();
        Recorder there = new Recorder("rooms.sweep", "P1D");
        keeper.close();
        node.own.add(sweep);
        other.own.add(there);
        other.start();
        keeper.reconcile("");

        room.letTimePass();
        soon(() -> assertThat(room.rows(STATUSES)).containsExactly("SUCCEEDED"));
        assertThat(Stream.concat(sweep.done.stream(), there.done.stream())).hasSize(1);
    }

    @Test
    void one_that_fails_is_tried_again_and_shows_why() {
        sweep.failure = "the table is locked";
        node.own.add(sweep);
        soon(() -> assertThat(own()).isNotNull());
        room.letTimePass();

        soon(() -> assertThat(room.rows("SELECT coalesce(error, '') FROM core.jobs_runs"))
                .hasSize(2)
                .allMatch(error -> error.endsWith("the table is locked")));
        soon(() -> assertThat(own().nextRunAt()).isAfter(Instant.now().plusSeconds(23 * 3600)));
    }

    @Test
    void one_that_is_paused_waits_and_can_be_run_by_hand_as_the_platforms() {
        node.own.add(sweep);
        soon(() -> assertThat(own()).isNotNull());
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform("trace-1"))) {
            admin.pause(JobScope.ALL, own().id(), IfMatch.ANY);
            keeper.reconcile(null);
            assertThat(own().status()).isEqualTo("PAUSED");
            assertThatThrownBy(() -> admin.run(JobScope.of("acme"), own().id(), IfMatch.ANY))
                    .hasMessageContaining("There is no job");

            admin.run(JobScope.ofPlatformAnd("acme"), own().id(), IfMatch.ANY);
        }
        soon(() -> assertThat(sweep.done).hasSize(1));
        soon(() -> assertThat(own().status()).isEqualTo("PAUSED"));
        assertThat(room.rows("SELECT action || ' ' || coalesce(tenant_slug, '-') FROM core.audit_log ORDER BY at"))
                .containsExactly("core.job.paused -", "core.job.run -");
        assertThat(new Backlog(node.database, new SchemaReady() {}).look())
                .containsExactly(new Backlog.OfPlugin("core", 0, 0, 1));
    }

    @Test
    void one_whose_room_is_away_waits_for_it_and_one_that_no_room_has_any_more_goes_with_its_history() {
        keeper.close();
        node.own.add(sweep);
        keeper.reconcile("");
        node.own.remove(sweep);
        keeper.reconcile(null);
        room.letTimePass();
        soon(() -> assertThat(own().nextRunAt()).isAfter(Instant.now().plusSeconds(1)));
        assertThat(room.rows(STATUSES)).isEmpty();
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform("trace-1"))) {
            assertThatThrownBy(() -> admin.run(JobScope.ALL, own().id(), IfMatch.ANY))
                    .hasMessageContaining("no part of the platform has it any more");
        }

        keeper.reconcile(null);
        assertThat(own()).isNotNull();
        room.server.admin("UPDATE core.jobs SET created_at = now() - interval '31 days'");
        keeper.reconcile(null);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void one_whose_time_cannot_be_read_is_not_one() {
        node.own.add(new Recorder("rooms.sweep", "now and then"));

        assertThat(node.own.find("rooms.sweep")).isEmpty();
        assertThat(node.own.declared()).isEmpty();
    }

    private JobView own() {
        List<JobView> found = jobs();
        return found.isEmpty() ? null : found.get(0);
    }

    private List<JobView> jobs() {
        return node.list
                .list(new Wish(JobScope.ALL, PlatformJob.OWNER, null), new PageQuery())
                .items();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }

    /** Notes on whose behalf it runs. */
    private static final class Recorder implements PlatformJob {

        private final Queue<String> done = new ConcurrentLinkedQueue<>();
        private final String name;
        private final String schedule;
        private volatile String failure = "";

        private Recorder(String name, String schedule) {
            this.name = name;
            this.schedule = schedule;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String schedule() {
            return schedule;
        }

        @Override
        public void run() {
            if (!failure.isEmpty()) {
                throw new IllegalStateException(failure);
            }
            done.add(Contexts.require().principal() == Principal.SYSTEM ? "system" : "somebody");
        }
    }
}
