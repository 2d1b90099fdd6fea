package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.deploy.DeployFolder;
import io.plexica.plugins.internal.deploy.DeployOffers;
import io.plexica.plugins.internal.deploy.OrdinaryBundles;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.ShopJars;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.IfMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The start of a plugin that takes its time: {@code slow} comes up when it is let go, and heeds no interruption. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HangingStartTest extends PlatformCase {

    private static final PluginRef NOTES = new PluginRef("notes", "1.0.0");
    private static final PluginRef SNAPSHOT = new PluginRef("notes", "1.0.0-SNAPSHOT");

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void keepTheLatches() {
        System.getProperties().put("plexica.test.begun", begun);
        System.getProperties().put("plexica.test.goOn", goOn);
    }

    @AfterEach
    void letGo() {
        goOn.countDown();
        System.getProperties().remove("plexica.test.begun");
        System.getProperties().remove("plexica.test.goOn");
        await().untilAsserted(
                        () -> assertThat(platform.runtime.registry().problems()).isEmpty());
    }

    @Test
    void others_are_published_and_withdrawn_meanwhile_and_nothing_stays_of_it() throws Exception {
        CompletableFuture<?> slow = publishSlowly(slow(PluginJar.hello("notes", "1.0.0")));

        publish(PluginJar.hello("other", "1.0.0"));
        assertThat(platform.servers.hello(new PluginRef("other", "1.0.0"))).isEqualTo("1.0.0");
        platform.plugins.install(acme, "other", null, null);
        platform.plugins.uninstall(acme, "other", true);
        platform.withdrawal.byHand(new PluginRef("other", "1.0.0"));
        assertThat(slow).isNotDone();

        assertThat(refusal(slow)).startsWith("The start of notes@1.0.0 did not end within 3 s; it hangs in ");
        goOn.countDown();
        await().untilAsserted(() -> assertThat(framework().plugins()).isZero());
        assertThat(platform.units.size()).isZero();
        assertThat(platform.servers.size()).isZero();
        assertThat(platform.routes.find("notes", null)).isNull();
        assertThat(database.query("SELECT version FROM core.plugin_versions")).isEmpty();
        assertThat(database.query("SELECT digest FROM core.plugin_artifacts")).isEmpty();
        assertThat(database.query("SELECT resource_id FROM core.audit_log WHERE outcome = 'FAILURE'"))
                .containsExactly("notes@1.0.0");
        publish(PluginJar.hello("notes", "1.0.0"));
        assertThat(platform.servers.hello(new PluginRef("notes", "1.0.0"))).isEqualTo("1.0.0");
    }

    @Test
    void one_that_comes_up_in_time_is_published_and_the_next_of_its_id_waits_for_it() throws Exception {
        CompletableFuture<?> slow = publishSlowly(slow(PluginJar.hello("notes", "1.0.0")));
        CompletableFuture<?> next = publishSoon(PluginJar.hello("notes", "1.1.0"));
        goOn.countDown();

        assertThat(slow).succeedsWithin(Duration.ofSeconds(30));
        assertThat(next).succeedsWithin(Duration.ofSeconds(30));
        assertThat(platform.servers.hello(new PluginRef("notes", "1.0.0"))).isEqualTo("1.0.0");
        assertThat(platform.servers.hello(new PluginRef("notes", "1.1.0"))).isEqualTo("1.1.0");
        assertThat(database.query("SELECT version FROM core.plugin_versions ORDER BY published_at"))
                .containsExactly("1.0.0", "1.1.0");
    }

    @Test
    void one_whose_version_is_withdrawn_meanwhile_does_not_come_back_with_it() throws Exception {
        publish(PluginJar.hello("notes", SNAPSHOT.version()));
        CompletableFuture<?> slow = publishSlowly(slow(PluginJar.hello("notes", SNAPSHOT.version())));

        platform.withdrawal.byHand(SNAPSHOT);
        goOn.countDown();

        assertThat(slow)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withMessageContaining("version-withdrawn: notes@1.0.0-SNAPSHOT was withdrawn while it started");
        assertThat(framework().plugins()).isZero();
        assertThat(platform.servers.size()).isZero();
        assertThat(database.query("SELECT version FROM core.plugin_versions")).isEmpty();
    }

    @Test
    void one_that_clashes_with_what_came_meanwhile_is_refused() throws Exception {
        CompletableFuture<?> slow = publishSlowly(slow(PluginJar.hello("notes", "1.0.0")));

        platform.permissions.claim("notes:things:read");
        goOn.countDown();

        assertThat(refusal(slow)).contains("'notes:things:read' is a permission of the platform or of another plugin");
        assertThat(framework().plugins()).isZero();
    }

    @Test
    void the_api_bundle_that_came_with_it_stays_for_those_who_use_it_by_then_and_else_goes() throws Exception {
        CompletableFuture<?> slow = publishSlowly(slow(ShopJars.shop("1.0.0")));
        assertThat(framework().apis()).containsExactly("test.shop.api 1.0.0");

        publish(PluginJar.empty("guest", "1.0.0").imports("test.shop.api;version=\"[1.0,2)\""));
        platform.permissions.claim("shop:things:read");
        goOn.countDown();

        assertThat(refusal(slow)).contains("shop:things:read");
        assertThat(framework().apis()).containsExactly("test.shop.api 1.0.0");
        assertThat(platform.runtime.registry().running(new PluginRef("guest", "1.0.0")))
                .isPresent();
        assertThat(framework().plugins()).isEqualTo(1);
    }

    @Test
    void one_that_others_carry_too_is_theirs() throws Exception {
        CompletableFuture<?> slow = publishSlowly(slow(ShopJars.shop("1.0.0")));
        platform.permissions.claim("shop:things:read");

        publish(ShopJars.caller(true));
        platform.withdrawal.byHand(new PluginRef("caller", "1.0.0"));
        goOn.countDown();

        assertThat(refusal(slow)).contains("shop:things:read");
        assertThat(framework().apis()).containsExactly("test.shop.api 1.0.0");
    }

    @Test
    void one_that_hangs_when_the_platform_starts_stops_no_other_and_comes_up_when_it_is_asked_again() {
        goOn.countDown();
        publish(slow(PluginJar.hello("notes", "1.0.0")));
        publish(PluginJar.hello("other", "1.0.0"));
        platform.close();
        CountDownLatch later = new CountDownLatch(1);
        System.getProperties().put("plexica.test.goOn", later);
        try {
            platform = new TestPlatform(framework(), database, folder.resolve("deploy"));

            assertThat(platform.runtime.registry().problem(NOTES))
                    .hasValueSatisfying(problem ->
                            assertThat(problem).startsWith("The start of notes@1.0.0 did not end within 3 s"));
            assertThat(platform.servers.hello(new PluginRef("other", "1.0.0"))).isEqualTo("1.0.0");
        } finally {
            later.countDown();
        }
        platform.lifecycle.quarantine(NOTES, "it hangs", IfMatch.ANY);
        platform.lifecycle.release(NOTES, IfMatch.ANY);

        assertThat(platform.servers.hello(NOTES)).isEqualTo("1.0.0");
    }

    @Test
    void a_preview_runs_beside_it() throws Exception {
        CompletableFuture<?> slow = publishSlowly(slow(PluginJar.hello("notes", "1.0.0")));
        Path other = PluginJar.hello("other", "1.0.0").in(folder);

        assertThat(platform.publisher
                        .examine(other, (candidate, loader) -> candidate.ref())
                        .seen())
                .isEqualTo(new PluginRef("other", "1.0.0"));

        assertThat(slow).isNotDone();
        goOn.countDown();
        assertThat(slow).succeedsWithin(Duration.ofSeconds(30));
        assertThat(framework().plugins()).isEqualTo(1);
    }

    @Test
    void other_jars_in_the_deploy_folder_have_their_turn_meanwhile() throws Exception {
        Path deploy = Files.createDirectories(platform.settings.deploy());
        slow(PluginJar.hello("notes", "1.0.0")).to(deploy.resolve("a-slow.jar"));
        PluginJar.hello("other", "1.0.0").to(deploy.resolve("other.jar"));
        Path note = deploy.resolve("a-slow.jar.refused.txt");
        OrdinaryBundles bundles = new OrdinaryBundles(framework().context(), platform.settings);
        DeployFolder watcher = new DeployFolder(
                platform.settings,
                new DeployOffers(platform.publisher, platform.withdrawal, platform.withdrawn, bundles));
        try {
            await().until(() -> "1.0.0".equals(platform.servers.hello(new PluginRef("other", "1.0.0"))));
            assertThat(note).doesNotExist();

            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(note));
            assertThat(note).content().contains("did not end within 3 s");
        } finally {
            watcher.close();
        }
    }

    /** The same plugin with a component that keeps it from coming up. */
    private static PluginJar slow(PluginJar jar) {
        return jar.source("p.Slow", """
                        package p;
                        @javax.ws.rs.Path("/slow") @io.plexica.api.rest.PlexicaResource public class Slow {
                          public Slow() {
                            latch("begun").countDown();
                            boolean waits = true;
                            while (waits) {
                              try { latch("goOn").await(); waits = false; } catch (InterruptedException e) { }
                            }
                          }
                          private static java.util.concurrent.CountDownLatch latch(String name) {
                            return (java.util.concurrent.CountDownLatch) System.getProperties().get("plexica.test." + name);
                          }
                        }
                        """).resource("p.Slow");
    }

    /** Returns once the plugin's code runs. */
    private CompletableFuture<?> publishSlowly(PluginJar jar) throws InterruptedException {
        CompletableFuture<?> published = publishSoon(jar);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        return published;
    }

    private CompletableFuture<?> publishSoon(PluginJar jar) {
        ExecutionContext context = Contexts.require();
        Path file = jar.in(folder);
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Contexts.Scope scope = Contexts.open(context)) {
                        return platform.publisher.publish(file, "upload");
                    }
                },
                work -> new Thread(work, "publishing").start());
    }

    private static String refusal(CompletableFuture<?> published) {
        try {
            published.orTimeout(60, TimeUnit.SECONDS).join();
            return "published";
        } catch (CompletionException e) {
            PlexicaException refusal = (PlexicaException) e.getCause();
            assertThat(refusal.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
            return PluginCheck.inWords(refusal);
        }
    }
}
