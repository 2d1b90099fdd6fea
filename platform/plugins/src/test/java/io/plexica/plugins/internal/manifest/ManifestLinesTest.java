package io.plexica.plugins.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.FieldError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManifestLinesTest {

    private static final ManifestLines LINES = lines("""
            {
              "id": "crm",
              "permissions": [
                {"key": "crm:a:b"},
                {
                  "kee": 1
                }
              ],
              "a/b": true
            }
            """);

    @Test
    void a_part_stands_in_the_line_of_its_key() {
        assertThat(located("/id")).isEqualTo("is wrong (line 2)");
        assertThat(located("/permissions")).isEqualTo("is wrong (line 3)");
        assertThat(located("/permissions/0/key")).isEqualTo("is wrong (line 4)");
        assertThat(located("/permissions/1/kee")).isEqualTo("is wrong (line 6)");
        assertThat(located("/a~1b")).isEqualTo("is wrong (line 9)");
    }

    @Test
    void what_is_missing_stands_where_it_should_be() {
        assertThat(located("/permissions/1/key")).isEqualTo("is wrong (line 5)");
        assertThat(located("/name")).isEqualTo("is wrong");
        assertThat(located("")).isEqualTo("is wrong");
    }

    @Test
    void of_one_line_nothing_is_said_and_broken_text_is_read_as_far_as_it_goes() {
        assertThat(lines("{\"id\":1}").located(new FieldError("/id", "x")).message())
                .isEqualTo("x");
        assertThat(lines("{\n\"id\":1,\n{").located(new FieldError("/id", "x")).message())
                .isEqualTo("x (line 2)");
        assertThat(ManifestLines.NONE.located(new FieldError("/id", "x")).message())
                .isEqualTo("x");
    }

    private static String located(String pointer) {
        return LINES.located(new FieldError(pointer, "is wrong")).message();
    }

    private static ManifestLines lines(String text) {
        return ManifestLines.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
