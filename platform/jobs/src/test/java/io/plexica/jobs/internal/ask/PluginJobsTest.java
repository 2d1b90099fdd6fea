package io.plexica.jobs.internal.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.jobs.internal.JobsRoom;
import io.plexica.jobs.internal.JobsRoom.Node;
import io.plexica.jobs.internal.keep.ReconciliationSchedule;
import io.plexica.spi.jobs.JobHandlers.Declared;
import io.plexica.spi.plugins.PluginRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginJobsTest {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    private static final Instant TOMORROW = Instant.now().plusSeconds(86_400);

    private final JobsRoom room = new JobsRoom("acme", "globex");
    private final Node node = room.node();
    private final PluginJobs jobs = new PluginJobs(node.database, node.plugins, room.wake, CRM, 3);

    @BeforeEach
    void tables() {
        for (String slug : List.of("acme", "globex")) {
            room.server.schemas().create(slug);
            room.server.createPlugin(slug, "crm");
            room.server.createPlugin(slug, "loyalty");
        }
        node.plugins.declare(new Declared("crm", "import", null));
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void a_run_commits_with_what_asked_for_it_and_is_made_once() {
        node.start();
        assertThatThrownBy(() -> node.in("acme", () -> {
                    jobs.schedule("import", Instant.now(), Map.of("file", "never"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        node.in("acme", () -> jobs.schedule("import", Instant.now(), Map.of("file", "a.csv")));

        soon(() -> assertThat(node.plugins.done()).containsExactly("acme:crm:import"));
        assertThat(node.plugins.begun().get(0).payload()).containsOnly(Map.entry("file", "a.csv"));
        soon(() -> assertThat(room.rows("SELECT 1 FROM core.jobs")).isEmpty());
        assertThat(room.rows("SELECT trigger || status FROM core.jobs_runs")).containsExactly("PLUGINSUCCEEDED");
    }

    @Test
    void a_run_that_fails_too_often_goes_and_its_history_tells() {
        node.plugins.handle((tenant, plugin, run) -> {
            throw new IllegalStateException("no such file");
        });
        node.start();
        node.in("acme", () -> jobs.schedule("import", Instant.now(), Map.of()));

        soon(() -> assertThat(room.rows("SELECT status FROM core.jobs_runs")).containsExactly("FAILED", "FAILED"));
        soon(() -> assertThat(room.rows("SELECT 1 FROM core.jobs")).isEmpty());
    }

    @Test
    void a_run_can_be_taken_back_but_only_by_its_plugin_in_its_tenant() {
        List<UUID> id = new ArrayList<>();
        node.in("acme", () -> id.add(jobs.schedule("import", TOMORROW, Map.of())));
        PluginJobs loyalty = new PluginJobs(
                node.database, node.plugins, room.wake, new PluginRef("loyalty", "1.0.0"), PluginJobs.MOST);

        node.in("acme", () -> assertThat(loyalty.cancel(id.get(0))).isFalse());
        node.in("globex", () -> assertThat(jobs.cancel(id.get(0))).isFalse());
        node.in("acme", () -> assertThat(jobs.cancel(id.get(0))).isTrue());
        node.in("acme", () -> assertThat(jobs.cancel(id.get(0))).isFalse());
        assertThat(room.rows("SELECT 1 FROM core.jobs_due")).isEmpty();
    }

    @Test
    void whoever_takes_a_run_back_waits_for_whoever_pauses_it() {
        List<UUID> id = new ArrayList<>();
        List<CompletableFuture<Void>> other = new ArrayList<>();
        node.in("acme", () -> id.add(jobs.schedule("import", TOMORROW, Map.of())));

        node.in("acme", () -> {
            node.jobs.lock(id.get(0));
            other.add(CompletableFuture.runAsync(() ->
                    node.in("acme", () -> assertThat(jobs.cancel(id.get(0))).isTrue())));
            soon(() -> assertThat(room.rows(JobsRoom.WAITING)).isNotEmpty());
            node.jobs.delist(id.get(0));
        });

        other.get(0).join();
        assertThat(room.rows("SELECT 1 FROM core.jobs")).isEmpty();
    }

    @Test
    void runs_wait_for_a_plugin_that_is_disabled() {
        ReconciliationSchedule keeper = node.keeper(node.start());
        keeper.close();
        node.in("acme", () -> jobs.schedule("import", TOMORROW, Map.of("n", 1)));
        node.plugins.setEnabled(false);
        keeper.reconcile("acme");
        assertThat(node.job("acme").status()).isEqualTo("WAITING");
        room.server.admin("UPDATE core.jobs SET wanted_at = now() - interval '1 hour'");

        node.plugins.setEnabled(true);
        keeper.reconcile("acme");
        room.wake.up();
        soon(() -> assertThat(node.plugins.done()).containsExactly("acme:crm:import"));
    }

    @Test
    void a_run_is_told_numbers_of_any_length() {
        node.start();
        node.in("acme", () -> jobs.schedule("import", Instant.EPOCH, Map.of("n", new BigDecimal("1E+2000"))));
        soon(() -> assertThat(node.plugins.done()).containsExactly("acme:crm:import"));
        assertRefused("import", TOMORROW, Map.of("n", new BigDecimal("1E+100000")), "cannot be written as JSON");
    }

    @Test
    void what_is_no_job_no_object_or_too_much_is_refused() {
        assertRefused("export", TOMORROW, Map.of(), "does not list the job 'export'");
        assertRefused("import", TOMORROW, List.of(1), "it must be a JSON object");
        assertRefused("import", TOMORROW, Map.of("text", "x".repeat(70_000)), "bytes are more than 65536");
        assertRefused("import", Instant.MAX, Map.of(), "is later than anybody waits");
        node.in("acme", () -> {
            for (int n = 0; n < 3; n++) {
                jobs.schedule("import", TOMORROW, Map.of());
            }
        });
        assertThatThrownBy(() -> node.in("acme", () -> jobs.schedule("import", TOMORROW, Map.of())))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        node.in("globex", () -> jobs.schedule("import", TOMORROW, Map.of()));
    }

    @Test
    void a_plugins_role_reaches_jobs_by_no_other_way() {
        for (String sql :
                List.of("SELECT * FROM core.jobs", "DELETE FROM core.jobs_due", "SELECT * FROM core.jobs_caller()")) {
            assertThatThrownBy(() -> node.in(
                            "acme",
                            () -> node.database.plugin(
                                    CRM,
                                    connection -> connection.createStatement().execute(sql))))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> node.in(
                        "acme",
                        () -> node.database.tenant(
                                "acme",
                                connection -> connection
                                        .createStatement()
                                        .execute("SELECT core.cancel_job(gen_random_uuid())"))))
                .hasStackTraceContaining("has no jobs");
    }

    private void assertRefused(String name, Instant at, Object payload, String why) {
        assertThatThrownBy(() -> node.in("acme", () -> jobs.schedule(name, at, payload)))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining(why);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
