package io.plexica.plugins.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.testing.PluginJar;
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
