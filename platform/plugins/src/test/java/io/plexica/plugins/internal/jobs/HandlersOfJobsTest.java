package io.plexica.plugins.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.jobs.JobRun;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.BoundedExecution;
import io.plexica.plugins.internal.testing.HostedTest;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.jobs.JobHandlers.Declared;
import io.plexica.spi.jobs.JobHandlers.Outcome;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandlersOfJobsTest extends HostedTest {

    private final List<String> ends = new CopyOnWriteArrayList<>();

    @AfterEach
    void forget() {
        System.getProperties().remove("tidied");
    }

    @Test
    void jobs_are_those_of_the_version_that_the_tenant_is_on() throws Exception {
        Tenant globex = platform.tenant("globex");
        publish(handler("one", "1.0.0", "tidy", "note(\"1.0.0\");"));
        publish(handler("one", "1.1.0", "tidy", "note(\"1.1.0\");"));
        platform.plugins.install(acme, "one", "1.0.0", null);
        platform.plugins.install(globex, "one", "1.1.0", null);

        assertThat(platform.jobs.declared("acme"))
                .containsExactly(
                        new Declared("one", "tidy", "PT1M"),
                        new Declared("one", "import", null),
                        new Declared("one", "slow", null));
        assertThat(run(acme, LIMIT)).isEqualTo(Outcome.DONE);
        assertThat(System.getProperty("tidied")).isEqualTo("1.0.0 tidy");
        assertThat(run(globex, LIMIT)).isEqualTo(Outcome.DONE);
        assertThat(System.getProperty("tidied")).isEqualTo("1.1.0 tidy");
        assertThat(ends).containsExactly("end", "end");

        platform.plugins.disable(acme, "one");
        assertThat(platform.jobs.declared("acme")).isEmpty();
        assertThat(platform.jobs.version("acme", "one")).isNull();
        assertThat(run(acme, LIMIT)).isEqualTo(Outcome.NOT_WANTED);
    }

    @Test
    void only_what_the_manifest_lists_is_a_job() {
        publish(handler("one", "1.0.0", "tidy", "return;"));

        assertThat(platform.jobs.declares(new PluginRef("one", "1.0.0"), "import"))
                .isTrue();
        assertThat(platform.jobs.declares(new PluginRef("one", "1.0.0"), "export"))
                .isFalse();
        assertThat(platform.jobs.declares(new PluginRef("one", "2.0.0"), "tidy"))
                .isFalse();
    }

    @Test
    void a_handler_that_fails_or_hangs_or_is_not_there_ends_nothing_well() {
        install(handler("one", "1.0.0", "tidy", "throw new IllegalStateException(\"no luck\");"));
        assertThatThrownBy(() -> run(acme, LIMIT)).hasMessage("no luck");
        assertThatThrownBy(() -> run("one", "import", acme, LIMIT))
                .hasMessageContaining("no component with @HandlesJob does it");

        install(handler(
                "two", "1.0.0", "tidy", "while (true) { Thread.onSpinWait(); if (Thread.interrupted()) return; }"));
        assertThatThrownBy(() -> run("two", "tidy", acme, Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_TIMEOUT));
        assertThat(ends).isEmpty();
    }

    @Test
    void the_manifest_says_how_long_a_job_may_take_and_a_thread_that_does_not_end_then_hangs() {
        install(handler(
                "one",
                "1.0.0",
                "slow",
                "while (System.getProperty(\"tidied\") == null) {"
                        + " java.util.concurrent.locks.LockSupport.parkNanos(10_000_000); Thread.interrupted(); }"));
        assertThatThrownBy(() -> run("one", "slow", acme, Duration.ofMinutes(10)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_TIMEOUT))
                .hasMessageContaining("The job slow of one@1.0.0 did not end within 1 s");
        ClassLoader loader = loader(new PluginRef("one", "1.0.0"));
        assertThat(BoundedExecution.hung(loader)).isEqualTo(1);

        System.setProperty("tidied", "enough");
        await().atMost(Duration.ofSeconds(20)).until(() -> BoundedExecution.hung(loader) == 0);
        assertThat(ends).isEmpty();
    }

    @Test
    void a_handler_of_what_the_manifest_does_not_list_is_refused() {
        assertRefused(
                handler("one", "1.0.0", "tody", "return;"), "does the job 'tody', which the manifest does not list");
        assertRefused(handler("one", "1.0.0", "", "return;"), "no @HandlesJob says which job it does");
    }

    @Test
    void a_plugin_with_jobs_leaves_no_class_loader() throws Exception {
        PluginRef ref = new PluginRef("one", "1.0.0");
        install(handler("one", "1.0.0", "tidy", "note(\"here\");"));
        assertThat(run(acme, LIMIT)).isEqualTo(Outcome.DONE);

        assertNothingHolds(ref);
    }

    private Outcome run(Tenant tenant, Duration limit) throws Exception {
        return run("one", "tidy", tenant, limit);
    }

    private Outcome run(String plugin, String job, Tenant tenant, Duration limit) throws Exception {
        JobRun run = new JobRun(UUID.randomUUID(), job, Instant.EPOCH, 1, Map.of());
        return in(tenant, () -> platform.jobs.run(plugin, run, limit, () -> ends.add("end")));
    }

    private static PluginJar handler(String id, String version, String job, String body) {
        String type = PluginJar.packageOf(id) + ".Handler";
        return PluginJar.empty(id, version)
                .imports("io.plexica.api.jobs;version=\"[1.0,2)\"")
                .member(
                        "jobs",
                        "[{\"name\":\"tidy\",\"schedule\":\"PT1M\"},{\"name\":\"import\"},"
                                + "{\"name\":\"slow\",\"timeout\":\"PT1S\"}]")
                .source(
                        type,
                        "package " + PluginJar.packageOf(id) + ";\n"
                                + "import io.plexica.api.jobs.*;\n"
                                + "public class Handler implements JobHandler {\n"
                                + "  private static JobRun now;\n"
                                + "  static void note(String what) {\n"
                                + "    System.setProperty(\"tidied\", what + ' ' + now.name());\n"
                                + "  }\n"
                                + "  @Override public void run(JobRun run) { now = run;\n" + body + "\n}}\n")
                .component(
                        type,
                        job.isEmpty() ? "" : "<property name=\"plexica.job.name\" value=\"" + job + "\"/>",
                        "io.plexica.api.jobs.JobHandler");
    }
}
