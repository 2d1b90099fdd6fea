package io.plexica.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Visit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what npm has really built. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FilePagesTest {

    private final FilePages files = new FilePages();

    @Test
    void what_a_page_names_is_there_for_good_and_in_smaller_forms() {
        for (String app : new String[] {"shell", "admin"}) {
            ConsoleBuild build = ConsoleBuild.read(app);
            for (String file : build.integrity().keySet()) {
                Page page = Objects.requireNonNull(at(file, app.equals("admin")), file);
                assertThat(page.headers().get("Cache-Control")).contains("immutable");
                assertThat(page.etag()).isNotNull();
            }
            Page entry = Objects.requireNonNull(at(build.entry(), app.equals("admin")));
            assertThat(entry.type()).startsWith("text/javascript");
            assertThat(entry.bodies()).containsOnlyKeys("identity", "br", "gzip");
        }
    }

    @Test
    void each_application_is_on_its_own_host_alone() {
        assertThat(at(ConsoleBuild.read("admin").entry(), false)).isNull();
        assertThat(at(ConsoleBuild.read("shell").entry(), true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/",
                "/console/shell.json",
                "/console/shell/",
                "/console/shell/../shell.json",
                "/console/shell/..%2Fshell.json",
                "/console/shell//x.js",
                "/console/shell/nothing.js",
                "/console/shell/.",
                "/console/other/x.js"
            })
    void nothing_else_is_there(String path) {
        assertThat(at(path, false)).isNull();
    }

    private @Nullable Page at(String path, boolean operators) {
        return files.at(new Visit(path, null, operators, null, "", "http://localhost", ""));
    }
}
