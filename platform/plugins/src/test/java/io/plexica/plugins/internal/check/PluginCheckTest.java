package io.plexica.plugins.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginCheckTest extends CheckCase {

    @Test
    void a_good_plugin_passes() throws IOException {
        Candidate candidate = CHECK.check(PluginJar.hello("notes", "1.0.0-SNAPSHOT")
                .migration("V1__notes.sql", "CREATE TABLE notes (id bigint)")
                .imports("java.util,javax.crypto,org.slf4j,com.fasterxml.jackson.annotation,javax.persistence")
                .in(folder));

        assertThat(candidate.ref()).hasToString("notes@1.0.0-SNAPSHOT");
        assertThat(candidate.symbolicName()).isEqualTo("test.notes");
        assertThat(candidate.osgiVersion()).isEqualTo("1.0.0.SNAPSHOT");
        assertThat(candidate.components()).singleElement().matches(ComponentDescription::isResource);
    }

    @Test
    void the_refusal_of_a_jar_that_is_no_plugin_says_so() {
        PluginJar jar = PluginJar.empty("x", "1.0.0")
                .member("id", null)
                .member("name", null)
                .member("version", null);

        assertThat(problems(jar)).containsExactly("The jar is no plugin: it has no META-INF/plexica/plugin.json");
    }

    @Test
    void a_file_that_is_no_jar_is_refused_with_one_sentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "hello");

        assertThatThrownBy(() -> CHECK.check(text)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
            assertThat(e.detail()).isEqualTo("The file is no jar, whatever its name says");
        });
    }

    @Test
    void who_ends_the_process_is_refused_with_the_name_of_the_class() {
        PluginJar jar = PluginJar.hello("notes", "1.0.0")
                .source("p.Exit", "package p; public class Exit { void a() { System.exit(1); } }")
                .source("p.Halt", "package p; public class Halt { Runnable a = () -> Runtime.getRuntime().halt(1); }")
                .source(
                        "p.Hook",
                        "package p; public class Hook { java.util.function.Consumer<Thread> a ="
                                + " Runtime.getRuntime()::addShutdownHook; }")
                .source("p.Good", "package p; public class Good { long a = System.nanoTime(); }");

        assertThat(problems(jar))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("The class p.Exit calls System.exit, "))
                .anyMatch(problem -> problem.startsWith("The class p.Halt calls Runtime.halt, "))
                .anyMatch(problem -> problem.startsWith("The class p.Hook calls Runtime.addShutdownHook, "));
    }

    @Test
    void the_framework_reads_headers_in_any_case_and_so_do_the_checks() {
        PluginJar jar = PluginJar.hello("notes", "1.0.0")
                .header("bundle-activator", "a.B")
                .header("DYNAMICIMPORT-PACKAGE", "*");

        assertThat(problems(jar))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("The header Bundle-Activator is not possible"))
                .anyMatch(problem -> problem.startsWith("The header DynamicImport-Package is not possible"));
    }

    @Test
    void classes_for_a_later_java_in_the_same_jar_are_looked_at_too() throws Exception {
        byte[] hidden = Sources.compile(
                        Map.of("p.Exit", "package p; public class Exit { void a() { System.exit(1); } }"))
                .get("p/Exit.class");
        PluginJar jar = PluginJar.hello("notes", "1.0.0")
                .header("Multi-Release", "true")
                .source("p.Exit", "package p; public class Exit { }")
                .entry("META-INF/versions/9/p/Exit.class", hidden)
                .entry("META-INF/versions/99/p/Later.class", new byte[] {1});

        assertThat(problems(jar)).singleElement().asString().startsWith("The class p.Exit calls System.exit, ");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        PluginJar jar = PluginJar.hello("notes", "1.0.0")
                .member("nmae", "1")
                .header("Bundle-Activator", "a.B")
                .imports("org.osgi.framework,io.plexica.spi.data")
                .entry("../evil", "x");

        assertThat(problems(jar)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bundle-Activator",
                "Fragment-Host",
                "Require-Bundle",
                "DynamicImport-Package",
                "Bundle-NativeCode",
                "Export-Package",
                "Meta-Persistence",
                "Karaf-Commands",
                "Bundle-Blueprint"
            })
    void headers_that_reach_out_are_refused(String header) {
        assertThat(problems(PluginJar.hello("notes", "1.0.0").header(header, "x")))
                .singleElement()
                .asString()
                .startsWith("The header " + header + " is not possible in a plugin: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.plexica.spi.data",
                "org.osgi.framework",
                "javax.servlet",
                "org.apache.cxf.jaxrs",
                "org.osgi.service.http.whiteboard",
                "com.fasterxml.jackson.databind",
                "org.apache.karaf.shell.api.action",
                "sun.misc",
                "javax.ws.rsx"
            })
    void imports_beyond_the_contract_are_refused_also_optional_ones(String name) {
        assertThat(problems(PluginJar.hello("notes", "1.0.0").imports(name + ";resolution:=optional")))
                .singleElement()
                .asString()
                .startsWith("The bundle imports the package " + name + ", which no plugin may use");
    }

    @Test
    void the_version_of_the_bundle_is_the_image_of_the_manifests() {
        assertThat(problems(PluginJar.hello("notes", "1.0.0").header("Bundle-Version", "1.0.1")))
                .containsExactly("The Bundle-Version is '1.0.1', but the manifest's version 1.0.0 is '1.0.0' in OSGi");
        assertThat(problems(PluginJar.hello("notes", "1.0.0").header("Bundle-Version", "1")))
                .isEmpty();
        assertThat(problems(PluginJar.hello("notes", "1.0.0").header("Bundle-Version", "one")))
                .hasSize(1);
    }

    @Test
    void a_plain_jar_is_no_bundle() {
        assertThat(problems(PluginJar.hello("notes", "1.0.0")
                        .header("Bundle-SymbolicName", null)
                        .header("Bundle-ManifestVersion", null)))
                .containsExactly(
                        "The jar is no OSGi bundle: it has no Bundle-SymbolicName",
                        "The header Bundle-ManifestVersion must be 2");
    }

    @Test
    void singletons_are_refused() {
        assertThat(problems(PluginJar.hello("notes", "1.0.0").header("Bundle-SymbolicName", "x;singleton:=true")))
                .containsExactly("The bundle is a singleton, but several versions of a plugin run side by side");
    }

    @Test
    void odd_capabilities_are_refused_and_usual_ones_are_not() {
        assertThat(problems(PluginJar.hello("notes", "1.0.0")
                        .header(
                                "Require-Capability",
                                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\","
                                        + "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5))\","
                                        + "osgi.service;filter:=\"(objectClass=io.plexica.api.data.Data)\";effective:=active,"
                                        + "osgi.extender;filter:=\"(osgi.extender=io.plexica.plugin)\"")))
                .isEmpty();
        assertThat(problems(PluginJar.hello("notes", "1.0.0")
                        .header(
                                "Require-Capability",
                                "osgi.implementation;filter:=\"(osgi.implementation=osgi.http)\","
                                        + "osgi.extender;filter:=\"(osgi.extender=osgi.blueprint)\"")
                        .header("Provide-Capability", "osgi.extender;osgi.extender=io.plexica.plugin")))
                .hasSize(3);
    }

    @Test
    void counters_that_tenants_would_share_are_refused() {
        String entity = "package p; import javax.persistence.*; @Entity class %s { @Id %s %s id; }";

        assertThat(problems(PluginJar.empty("notes", "1.0.0")
                        .migration("V1__all.sql", "SELECT 1")
                        .source("p.A", entity.formatted("A", "@GeneratedValue", "long"))
                        .source(
                                "p.B",
                                entity.formatted("B", "@GeneratedValue(strategy=GenerationType.SEQUENCE)", "Long"))
                        .source(
                                "p.C",
                                entity.formatted("C", "@GeneratedValue(strategy=GenerationType.IDENTITY)", "Long"))
                        .source("p.D", entity.formatted("D", "@GeneratedValue", "java.util.UUID"))
                        .source("p.E", entity.formatted("E", "@TableGenerator(name=\"t\")", "Long"))))
                .hasSize(3)
                .allMatch(problem -> problem.contains("would come from a counter that tenants share"));
    }

    @Test
    void files_that_the_manifest_names_are_in_the_jar() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0")
                        .member("icon", "\"icon.svg\"")
                        .member("data", "{\"migrations\":\"db\"}")))
                .containsExactly(
                        "plugin.json /icon 'icon.svg' is not in the jar",
                        "plugin.json /data/migrations 'db' holds no SQL files in the jar");
        assertThat(problems(PluginJar.empty("notes", "1.0.0").migration("first.sql", "SELECT 1")))
                .singleElement()
                .asString()
                .contains("is not named like V1__contacts.sql");
    }

    @Test
    void the_platform_must_be_one_that_the_plugin_runs_on() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0").member("platform", "\"[1.0,2)\"")))
                .isEmpty();
        assertThat(problems(PluginJar.empty("notes", "1.0.0").member("platform", "\"[2.0,3)\"")))
                .containsExactly("plugin.json /platform needs a platform of version [2.0,3), but this is 1.1.0");
    }
}
