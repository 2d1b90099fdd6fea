package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.host.OsgiBundleHost;
import io.plexica.plugins.internal.settings.DefaultPlugins;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionState;
import io.plexica.plugins.internal.testing.FakeSchemas;
import io.plexica.plugins.internal.testing.FakeServers;
import io.plexica.plugins.internal.testing.FakeUnits;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.spi.plugins.PluginRef;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginRuntimeTest {

    private static TestFramework framework;

    @TempDir
    Path folder;

    private final FakeServers servers = new FakeServers();
    private final FakeUnits units = new FakeUnits();
    private final Routes routes = new Routes();
    private final PluginRuntime runtime = new PluginRuntime(
            new OsgiBundleHost(framework.context(), framework.components()),
            units,
            new FakeSchemas(),
            servers,
            routes,
            schedule -> null,
            new PluginsSettings(
                    Path.of("deploy"),
                    Duration.ofMillis(50),
                    false,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    DefaultPlugins.of(""),
                    java.util.Set.of()));

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        runtime.close();
        await().untilAsserted(() -> assertThat(framework.plugins()).isZero());
        assertThat(units.size()).isZero();
        assertThat(servers.size()).isZero();
    }

    @Test
    void a_version_is_served_and_offered_until_it_is_removed() {
        PluginRef ref = start(PluginJar.hello("notes", "1.0.0"));

        assertThat(servers.hello(ref)).isEqualTo("1.0.0");
        assertThat(routes.find("notes", "acme").plugin()).isEqualTo(ref);

        runtime.remove(ref).join();

        assertThat(routes.find("notes", "acme")).isNull();
        assertThat(framework.plugins()).isZero();
    }

    @Test
    void several_versions_run_side_by_side_and_the_newest_release_is_offered() {
        PluginRef newer = start(PluginJar.hello("notes", "1.10.0"));
        PluginRef older = start(PluginJar.hello("notes", "1.9.0"));
        start(PluginJar.hello("notes", "2.0.0-rc.1").header("Bundle-Version", "2.0.0.rc_1"));

        assertThat(servers.hello(older)).isEqualTo("1.9.0");
        assertThat(routes.find("notes", null).plugin()).isEqualTo(newer);

        runtime.remove(newer).join();
        assertThat(routes.find("notes", null).plugin()).isEqualTo(older);
    }

    @Test
    void a_snapshot_is_replaced_while_it_serves() {
        PluginRef ref = start(PluginJar.hello("notes", "1.0.0-SNAPSHOT"));
        start(PluginJar.hello("notes", "1.0.0-SNAPSHOT").entry("changed", "yes"));

        assertThat(servers.hello(ref)).isEqualTo("1.0.0-SNAPSHOT");
        await().untilAsserted(() -> assertThat(framework.plugins()).isEqualTo(1));
        assertThat(units.size()).isEqualTo(1);
    }

    @Test
    void a_missing_import_is_named_with_its_range() {
        assertThat(reasons(PluginJar.hello("notes", "1.0.0").imports("javax.ws.rs.sse;version=\"[9.0,10)\"")))
                .containsExactly("The bundle imports the package javax.ws.rs.sse in version [9.0.0,10.0.0),"
                        + " which nothing here offers");
    }

    @Test
    void an_import_in_another_version_is_named_with_what_there_is() {
        assertThat(reasons(PluginJar.hello("notes", "1.0.0").imports("org.slf4j;version=\"[2.1,3)\"")))
                .containsExactly(
                        "The bundle needs the package org.slf4j in version [2.1.0,3.0.0), but the platform has 1.7.36");
    }

    @Test
    void an_unguarded_method_is_named() {
        PluginJar jar = PluginJar.empty("notes", "1.0.0")
                .source(
                        "p.Open",
                        "package p; @javax.ws.rs.Path(\"/o\") @io.plexica.api.rest.PlexicaResource public class Open {"
                                + " @javax.ws.rs.GET public String all() { return \"\"; } }")
                .resource("p.Open");

        assertThat(reasons(jar)).containsExactly("p.Open.all has no guard");
    }

    @Test
    void an_activator_that_throws_is_refused_with_what_it_threw() {
        assertThat(reasons(component("public Bad() { throw new IllegalStateException(\"no luck\"); }")))
                .singleElement()
                .asString()
                .startsWith("The component p.Bad failed: ")
                .contains("no luck");
    }

    @Test
    void a_component_that_waits_for_a_service_is_refused_with_its_name() {
        PluginJar waiting = PluginJar.empty("notes", "1.0.0")
                .source("p.W", "package p; public class W { public void set(Object o) {} }")
                .component(
                        "p.W",
                        "<property name=\"plexica.resource\" type=\"Boolean\" value=\"true\"/>"
                                + "<reference name=\"d\" interface=\"io.plexica.api.data.Data\" bind=\"set\"/>",
                        "p.W");

        assertThat(reasons(waiting))
                .containsExactly("The component p.W waits for the service io.plexica.api.data.Data");
    }

    @Test
    void an_activator_that_hangs_is_given_up() {
        assertThat(reasons(component(
                        "public Bad() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }")))
                .containsExactly(
                        "The start of notes@1.0.0 did not end within 2 s", "it hangs in p.Bad.<init>(Bad.java:1)");
    }

    @Test
    void a_stop_that_hangs_is_reported_and_keeps_nobody_waiting() {
        CountDownLatch goOn = new CountDownLatch(1);
        System.getProperties().put("plexica.test.goOn", goOn);
        PluginJar stubborn = component(
                "protected void deactivate() throws Exception {"
                        + " ((java.util.concurrent.CountDownLatch) System.getProperties().get(\"plexica.test.goOn\")).await(); }");
        PluginRef ref = start(stubborn);
        try {
            assertThat(runtime.remove(ref)).succeedsWithin(Duration.ofSeconds(10));

            assertThat(routes.find("notes", null)).isNull();
            assertThat(runtime.hungStops(ref)).isEqualTo(1);
            assertThat(runtime.leakWatch().inARow("notes")).isEqualTo(1);
            assertThat(runtime.leaks())
                    .singleElement()
                    .satisfies(leak -> assertThat(leak.told()).startsWith("its stop, begun at "))
                    .extracting(Leak::hangsIn)
                    .asString()
                    .startsWith("p.Bad.deactivate(Bad.java");
            assertThatThrownBy(() -> start(stubborn))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_UNAVAILABLE))
                    .hasMessageStartingWith("The stop of notes@1.0.0 hangs in p.Bad.deactivate(");
            PluginRef other = start(PluginJar.hello("other", "1.0.0"));
            assertThat(runtime.remove(other)).succeedsWithin(Duration.ofSeconds(10));
        } finally {
            goOn.countDown();
            System.getProperties().remove("plexica.test.goOn");
        }
        await().untilAsserted(() -> assertThat(runtime.hungStops(ref)).isZero());
        assertThat(start(stubborn.header("Again", "yes"))).isEqualTo(ref);
    }

    @Test
    void entities_that_make_no_unit_are_refused() {
        assertThat(reasons(PluginJar.empty("notes", "1.0.0")
                        .imports("javax.persistence")
                        .source("p.Broken", "package p; @javax.persistence.Entity public class Broken {}")))
                .containsExactly("The entities do not make a unit");
    }

    @Test
    void leftovers_of_an_earlier_run_are_removed() throws Exception {
        framework
                .context()
                .installBundle(
                        "plexica:old:1.0.0:00",
                        java.nio.file.Files.newInputStream(
                                PluginJar.hello("old", "1.0.0").in(folder)));

        runtime.removeLeftovers();

        assertThat(framework.plugins()).isZero();
    }

    @Test
    void thirty_cycles_leave_no_class_loader() {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            loaders.add(cycle());
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(loaders.stream().filter(loader -> loader.get() != null)).isEmpty();
        });
    }

    private WeakReference<ClassLoader> cycle() {
        PluginRef ref = start(PluginJar.hello("notes", "1.0.0"));
        assertThat(servers.hello(ref)).isEqualTo("1.0.0");
        ClassLoader loader =
                runtime.registry().running(ref).orElseThrow().hosted().loader();
        runtime.remove(ref).join();
        return new WeakReference<>(loader);
    }

    private PluginJar component(String constructor) {
        return PluginJar.empty("notes", "1.0.0")
                .source(
                        "p.Bad",
                        "package p; @javax.ws.rs.Path(\"/b\") @io.plexica.api.rest.PlexicaResource public class Bad {"
                                + constructor + "}")
                .resource("p.Bad");
    }

    private List<String> reasons(PluginJar jar) {
        List<String> reasons = new ArrayList<>();
        assertThatThrownBy(() -> start(jar)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
            reasons.addAll(List.of(PluginCheck.inWords(e).split("; ")));
        });
        return reasons;
    }

    private PluginRef start(PluginJar jar) {
        Path file = jar.in(folder);
        try {
            Candidate candidate = runtime.check().check(file);
            runtime.add(stored(candidate), runtime.serve(runtime.start(runtime.install(candidate, file))));
            return candidate.ref();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredVersion stored(Candidate candidate) {
        return new StoredVersion(
                candidate.manifest(),
                candidate.raw(),
                candidate.symbolicName(),
                candidate.osgiVersion(),
                VersionState.PUBLISHED,
                candidate.digest(),
                candidate.size(),
                candidate.migrationsDigest(),
                "shell",
                null,
                Instant.now(),
                "system");
    }
}
