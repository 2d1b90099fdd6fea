package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.Checks;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsAndThemeTest extends TenancyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOT =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Test
    void a_tenants_people_set_what_is_known_and_keep_their_own_under_custom() {
        node.create("acme");

        TenantRow row =
                settings("{\"general\":{\"language\":\"it\",\"timezone\":\"Europe/Rome\",\"contactEmail\":\"a@b.it\","
                        + "\"website\":\"https://acme.example/it\"},\"custom\":{\"anything\":[1,{\"goes\":true}]}}");

        assertThat(json(row.settings()).at("/general/timezone").asText()).isEqualTo("Europe/Rome");
        assertThat(node.management.tenants().row("acme").orElseThrow().settings())
                .contains("\"it\"");
        assertThat(server.query("SELECT action FROM core.audit_log ORDER BY at DESC LIMIT 1"))
                .containsExactly("core.settings.updated");
        assertThat(json(settings("{\"general\":{\"website\":null}}").settings())
                        .at("/general")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void numbers_stay_as_they_were_written() {
        assertThat(MergePatch.apply("{\"rate\":0.1234567890123456789012345}", json("{\"other\":1}")))
                .isEqualTo("{\"rate\":0.1234567890123456789012345,\"other\":1}");
    }

    @Test
    void all_that_is_wrong_with_settings_is_said_at_once() {
        node.create("acme");

        assertWrong("{\"general\":{\"colour\":\"red\"},\"other\":1,\"a/b\":{}}", "/general/colour", "/other", "/a~1b");
        assertWrong(
                "{\"general\":{\"language\":\"de\",\"timezone\":\"Mars/One\",\"contactEmail\":7,"
                        + "\"website\":\"http://acme.example\"}}",
                "/general/language",
                "/general/timezone",
                "/general/contactEmail",
                "/general/website");
        assertWrong("{\"general\":7}", "/general");
        assertWrong("[]", "");
    }

    @Test
    void what_an_operator_put_there_stays_and_can_only_be_taken_away() {
        node.create("acme");
        node.management.edit(
                "acme",
                "core.tenant.updated",
                IfMatch.ANY,
                plans -> TenantPatch.of(json("{\"settings\":{\"legacy\":{\"x\":1}}}"), plans));

        assertThat(settings("{\"custom\":{\"y\":2}}").settings()).contains("legacy");
        assertWrong("{\"legacy\":{\"x\":2}}", "/legacy");
        assertThat(settings("{\"legacy\":null}").settings()).doesNotContain("legacy");
    }

    @Test
    void a_change_based_on_an_old_version_is_refused() {
        TenantRow read = node.create("acme");
        settings("{\"custom\":{\"a\":1}}");

        assertThatThrownBy(() -> node.management.edit(
                        "acme",
                        "core.theme.updated",
                        IfMatch.of(IfMatch.tag(read.version())),
                        plans -> TenantPatch.ofTheme(json("{\"mode\":\"dark\"}"), plans)))
                .hasMessageContaining("changed since you read it");
    }

    @Test
    void a_theme_has_colours_pictures_and_words() {
        assertThat(wrongIn("{\"colors\":{\"primary\":\"#1976d2\",\"accent\":\"#fff\",\"glass\":\"#11223344\"},"
                        + "\"logo\":\"https://cdn.example/logo.svg?v=2\",\"favicon\":\"" + DOT + "\",\"mode\":\"dark\","
                        + "\"font\":\"Source Sans 3\",\"radius\":4,\"rounded\":true}"))
                .isEmpty();
        assertThat(
                        wrongIn(
                                "{\"colors\":{\"primary\":\"red\",\"accent\":7},\"mode\":\"neon\",\"logo\":\"http://x.example/a\"}"))
                .containsExactlyInAnyOrder("/colors/primary", "/colors/accent", "/mode", "/logo");
        assertThat(wrongIn("{\"colors\":[]}")).containsExactly("/colors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:image/svg+xml;base64,PHN2Zy8+",
                "data:text/html;base64,PGI+",
                "data:image/png;base64,====",
                "https://user:secret@cdn.example/a.png",
                "https:///nowhere",
                "https://cdn.example/a.png');x(",
                "url(https://x.example)",
                "<script>",
                "a;b",
                "{}",
                "\\u0041"
            })
    void nothing_in_a_theme_can_mean_more_than_a_word_or_a_picture(String text) throws JsonProcessingException {
        String quoted = JSON.writeValueAsString(text);

        assertThat(wrongIn("{\"logo\":" + quoted + ",\"deep\":{\"in\":[" + quoted + "]}}"))
                .containsExactlyInAnyOrder("/logo", "/deep/in/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</style><script>", "a b", "", "1st", "a;b", "--x{}", "é"})
    void names_in_a_theme_are_words_too(String name) throws JsonProcessingException {
        String quoted = JSON.writeValueAsString(name);
        String pointer = "/" + name.replace("/", "~1");

        assertThat(wrongIn("{\"colors\":{" + quoted + ":\"#fff\"}}")).containsExactly("/colors" + pointer);
        assertThat(wrongIn("{" + quoted + ":4,\"deep\":{\"in\":[{" + quoted + ":true}]}}"))
                .containsExactlyInAnyOrder(pointer, "/deep/in/0" + pointer);
    }

    @Test
    void a_picture_that_is_too_large_is_refused() {
        String large = "data:image/png;base64," + "A".repeat(60_000);

        assertThat(wrongIn("{\"logo\":\"" + large + "\"}")).containsExactly("/logo");
    }

    private TenantRow settings(String patch) {
        return node.management.edit(
                "acme", "core.settings.updated", IfMatch.ANY, plans -> TenantPatch.ofSettings(json(patch), plans));
    }

    private void assertWrong(String patch, String... pointers) {
        assertThatThrownBy(() -> settings(patch))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactlyInAnyOrder(pointers));
    }

    private static List<String> wrongIn(String theme) {
        Checks checks = new Checks();
        ThemeCheck.check(checks, "", json(theme));
        try {
            checks.done();
            return List.of();
        } catch (PlexicaException e) {
            return e.errors().stream().map(FieldError::pointer).toList();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
