package io.plexica.plugins.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.testing.PluginJar;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Problems with packages are said with the package, those with the manifest with the line. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhereProblemsAreTest extends CheckCase {

    @Test
    void the_platforms_packages_cannot_be_brought_along() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0")
                        .source("io.plexica.api.Fake", "package io.plexica.api; class Fake {}")
                        .source("io.plexica.spi.Fake", "package io.plexica.spi; class Fake {}")
                        .source("javax.ws.rs.Fake", "package javax.ws.rs; class Fake {}")
                        .source("io.plexica.web.internal.Fake", "package io.plexica.web.internal; class Fake {}")
                        .source("java_.lang.Fine", "package java_.lang; class Fine {}")
                        .source("io.plexica.apix.Fine", "package io.plexica.apix; class Fine {}")))
                .containsExactlyInAnyOrder(
                        "The bundle holds classes of the package io.plexica.api, which is the platform's",
                        "The bundle holds classes of the package io.plexica.spi, which is the platform's",
                        "The bundle holds classes of the package io.plexica.web.internal, which is the platform's",
                        "The bundle holds classes of the package javax.ws.rs, which is the platform's");
    }

    @Test
    void a_bundle_named_as_its_packages_are_may_be_below_the_platforms_name() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0")
                        .header("Bundle-SymbolicName", "io.plexica.plugins.notes")
                        .source(
                                "io.plexica.plugins.notes.internal.Fine",
                                "package io.plexica.plugins.notes.internal; class Fine {}")))
                .isEmpty();
    }

    @Test
    void problems_say_in_which_line_of_the_manifest_they_are() {
        assertThat(problems(PluginJar.empty("notes", "1.0.0").manifest("""
                        {
                          "id": "notes", "name": "Notes", "version": "1.0.0",
                          "descripton": "x",
                          "platform": "[2.0,3)",
                          "permissions": [
                            {"key": "billing:things:read", "name": "Read"}
                          ]
                        }
                        """)))
                .containsExactly(
                        "plugin.json /descripton is unknown; did you mean 'description'? (line 3)",
                        "plugin.json /permissions/0/key 'billing:things:read' does not begin with 'notes:', the plugin's"
                                + " own id (line 6)");
        assertThat(problems(PluginJar.empty("notes", "1.0.0").manifest("""
                        {
                          "id": "notes", "name": "Notes", "version": "1.0.0",
                          "platform": "[2.0,3)"
                        }
                        """)))
                .containsExactly(
                        "plugin.json /platform needs a platform of version [2.0,3), but this is 1.1.0 (line 3)");
    }
}
