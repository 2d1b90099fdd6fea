package io.plexica.plugins.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.jobs.JobRun;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.jobs.JobHandlers.Declared;
import io.plexica.spi.jobs.JobHandlers.Outcome;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandlersOfJobsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static TestFramework framework;

    @TempDir
    Path folder;

    private final List<String> ends = new CopyOnWriteArrayList<>();
    private RoomDatabase database;
    private TestPlatform platform;
    private Tenant acme;

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @BeforeEach
    void startPlatform() {
        database = TestPlatform.newDatabase();
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
        acme = platform.tenant("acme");
    }

    @AfterEach
    void stop() {
        platform.close();
        database.close();
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
                .containsExactly(new Declared("one", "tidy", "PT1M"), new Declared("one", "import", null));
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
        WeakReference<ClassLoader> loader = new WeakReference<>(
                platform.runtime.registry().running(ref).orElseThrow().hosted().loader());

        platform.plugins.uninstall(acme, "one", true);
        platform.withdrawal.byHand(ref);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }

    private void assertRefused(PluginJar jar, String why) {
        assertThatThrownBy(() -> publish(jar))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(PluginCheck.inWords(e)).contains(why));
    }

    private Outcome run(Tenant tenant, Duration limit) throws Exception {
        return run("one", "tidy", tenant, limit);
    }

    private Outcome run(String plugin, String job, Tenant tenant, Duration limit) throws Exception {
        JobRun run = new JobRun(UUID.randomUUID(), job, Instant.EPOCH, 1, Map.of());
        try (Contexts.Scope scope = Contexts.open(Contexts.require().inTenant(tenant))) {
            return platform.jobs.run(plugin, run, limit, () -> ends.add("end"));
        }
    }

    private void install(PluginJar jar) {
        Path file = publish(jar);
        platform.plugins.install(acme, file.getFileName().toString().replaceFirst("-\\d.*", ""), null, null);
    }

    private Path publish(PluginJar jar) {
        Path file = jar.in(folder);
        platform.publisher.publish(file, "upload");
        return file;
    }

    private static PluginJar handler(String id, String version, String job, String body) {
        String type = PluginJar.packageOf(id) + ".Handler";
        return PluginJar.empty(id, version)
                .imports("io.plexica.api.jobs;version=\"[1.0,2)\"")
                .member("jobs", "[{\"name\":\"tidy\",\"schedule\":\"PT1M\"},{\"name\":\"import\"}]")
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
