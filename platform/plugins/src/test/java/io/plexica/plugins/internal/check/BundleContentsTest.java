package io.plexica.plugins.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.testing.PluginJar;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleContentsTest extends CheckCase {

    @Test
    void the_class_path_stays_within_the_jar() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0")
                        .header("Bundle-ClassPath", ".,lib,lib/a.jar,../b.jar,lib/c.dat,/lib/d.dat")
                        .entry("lib/d.dat", "x")))
                .containsExactly(
                        "The Bundle-ClassPath names 'lib/a.jar', which is not in the jar",
                        "The Bundle-ClassPath names '../b.jar', which leads out of the jar",
                        "The Bundle-ClassPath names 'lib/c.dat', which is not in the jar",
                        "The Bundle-ClassPath names '/lib/d.dat', which is neither a folder nor a file that ends in .jar");
    }

    @Test
    void pages_are_in_the_jar() {
        PluginJar jar = PluginJar.empty("notes", "1.0.0").member("web", "{\"remoteEntry\":\"ui/main.js\"}");

        assertThat(problems(jar)).containsExactly("plugin.json /web/remoteEntry 'ui/main.js' is not in the jar");
        assertThat(problems(jar.entry("ui/main.js", "export {}"))).isEmpty();
    }

    @Test
    void every_module_that_is_contributed_is_in_the_jar() {
        PluginJar jar = PluginJar.empty("notes", "1.0.0")
                .member(
                        "web",
                        "{\"remoteEntry\":\"ui/main.js\",\"contributions\":["
                                + "{\"point\":\"header.search\",\"module\":\"./search\"}]}")
                .entry("ui/main.js", "export {}");

        assertThat(problems(jar))
                .containsExactly("plugin.json /web/contributions/0/module 'ui/search.js' is not in the jar");
        assertThat(problems(jar.entry("ui/search.js", "export {}"))).isEmpty();
    }

    @Test
    void sentences_do_not_carry_the_characters_that_are_refused() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0").member("no\\u0000pe", "1")))
                .isNotEmpty()
                .noneMatch(problem -> problem.indexOf('\0') >= 0);
    }

    @Test
    void no_two_migrations_have_one_version() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0")
                        .migration("V01.0__a.sql", "SELECT 1")
                        .migration("V1__b.sql", "SELECT 1")
                        .migration("V1.0.1__c.sql", "SELECT 1")
                        .migration("V10__d.sql", "SELECT 1")))
                .singleElement()
                .asString()
                .endsWith("/V1__b.sql' has the same version as 'V01.0__a.sql'");
    }

    @Test
    void nobody_is_called_what_the_framework_calls_itself() {
        assertThat(problems(PluginJar.hello("notes", "1.0.0").header("Bundle-SymbolicName", "system.bundle")))
                .containsExactly("The Bundle-SymbolicName is that of the framework itself");
        assertThat(problems(PluginJar.hello("notes", "1.0.0").header("Bundle-SymbolicName", "..")))
                .containsExactly("The Bundle-SymbolicName must be words of letters, digits, _ and - with dots between");
    }
}
