package io.plexica.plugins.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.testing.PluginJar;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a plugin registers stays behind the guards. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComponentsCheckTest extends CheckCase {

    @Test
    void pre_matching_filters_are_refused() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0")
                        .source("p.F", "package p; @javax.ws.rs.container.PreMatching class F {}")))
                .containsExactly("The class p.F is a @PreMatching filter, which would run before the guards");
    }

    @Test
    void components_stay_within_the_plugin() {
        PluginJar jar = PluginJar.empty("notes", "1.0.0")
                .source("p.A", "package p; public class A {}")
                .source("p.R", "package p; @javax.ws.rs.Path(\"/r\") public class R {}")
                .component("p.A", "<reference interface=\"io.plexica.spi.data.Database\"/>", "p.A")
                .component("p.R", "", "p.R")
                .component("p.Missing", "", "p.A")
                .component(
                        "p.A",
                        "<property name=\"osgi.http.whiteboard.resource.pattern\" value=\"/*\"/>",
                        "javax.servlet.Servlet");

        assertThat(problems(jar))
                .containsExactlyInAnyOrder(
                        "The component p.A asks for the service io.plexica.spi.data.Database, which no plugin may use",
                        "The component p.R has @Path but not @PlexicaResource, so nobody would ever serve it",
                        "The component p.Missing names the class 'p.Missing', which is not in the jar",
                        "The component p.A offers the service javax.servlet.Servlet, which no plugin may offer",
                        "The component p.A has the property osgi.http.whiteboard.resource.pattern, with which it would"
                                + " go round the guards");
    }

    @Test
    void what_asks_for_a_permission_that_nobody_is_given_is_refused_with_the_nearest_one() throws IOException {
        PluginJar jar = PluginJar.hello("notes", "1.0.0")
                .member(
                        "web",
                        "{\"remoteEntry\":\"ui/a.js\",\"contributions\":[{\"point\":\"form.fields\",\"module\":\"./a\","
                                + "\"permission\":\"notes:thing:read\"}]}")
                .entry("ui/a.js", "")
                .source(
                        "p.R",
                        "package p; import io.plexica.api.security.RequiresPermission; @RequiresPermission(\"core:users:read\")"
                                + " public class R { @RequiresPermission(value = {\"notes:things:reed\","
                                + " \"notes:things:read\"}, all = true) public void a() {} }");

        assertThat(problems(jar))
                .containsExactly(
                        "The class p.R demands 'notes:things:reed', which the manifest does not declare at permissions;"
                                + " did you mean 'notes:things:read'?",
                        "plugin.json /web/contributions/0/permission is 'notes:thing:read', which the manifest does not"
                                + " declare at permissions; did you mean 'notes:things:read'?");
        assertThat(CHECK.check(jar.to(folder.resolve("before.jar"))).ref()).hasToString("notes@1.0.0");
    }

    @Test
    void a_component_that_nobody_can_make_is_refused_before_it_is_tried() {
        assertThat(problems(PluginJar.hello("notes", "1.0.0")
                        .source("p.A", "package p; class A implements Runnable { public void run() {} }")
                        .source("p.B", "package p; public class B { B() {} }")
                        .component("p.A", "", "java.lang.Runnable")
                        .component("p.B", "", "p.B")))
                .containsExactly(
                        "The component p.A cannot be made: its class, and the constructor with @Activate, must be public",
                        "The component p.B cannot be made: its class, and the constructor with @Activate, must be public");
    }

    @Test
    void a_library_that_is_not_in_the_jar_is_told_the_way_into_it() {
        assertThat(problems(PluginJar.hello("notes", "1.0.0").imports("com.google.common.base,org.apache.commons.csv")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("a library goes into the jar, by -includeresource in bnd.bnd"));
    }

    @Test
    void what_could_never_work_is_said_before_anybody_tries_it() {
        assertThat(problems(PluginJar.hello("notes", "1.0.0")
                        .source("p.E", "package p; @javax.persistence.Entity public class E {}")
                        .source(
                                "p.R",
                                "package p; public class R { @javax.ws.rs.GET String list() { return null; } }")))
                .containsExactlyInAnyOrder(
                        "plugin.json /data/migrations is needed for the table of the entity p.E: the folder of SQL files"
                                + " such as V1__contacts.sql",
                        "The method @GET list of p.R is not public, so nobody would ever call it");
    }

    @Test
    void component_descriptions_must_be_there_and_be_harmless_xml() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0").header("Service-Component", "OSGI-INF/none.xml")))
                .containsExactly(
                        "Service-Component names 'OSGI-INF/none.xml', which is not in the jar under OSGI-INF/");
        assertThat(problems(PluginJar.empty("notes", "1.0.0")
                        .header("Service-Component", "OSGI-INF/*.xml")
                        .entry("OSGI-INF/a.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")))
                .singleElement()
                .asString()
                .startsWith("The component description 'OSGI-INF/a.xml' is no valid XML");
    }
}
