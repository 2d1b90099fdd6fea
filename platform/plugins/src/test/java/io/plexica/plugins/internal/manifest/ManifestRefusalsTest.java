package io.plexica.plugins.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests that would be of no use, or do harm, once they are published. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManifestRefusalsTest {

    private static final ManifestReader READER = new ManifestReader();

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "a\\u202eb", "a\\nb", " ", "\\u00a0\\u200b", "\\u200fa"})
    void a_name_is_what_it_seems_to_be(String name) {
        assertThat(pointers("\"name\":\"" + name + "\"")).containsExactly("/name");
    }

    @Test
    void no_text_has_characters_that_cannot_be_kept_wherever_it_stands() {
        assertThat(pointers(
                        "\"name\":\"CRM\",\"description\":\"a\\u0000\",\"configuration\":{\"schema\":{\"title\":\"\\u0000\"}},"
                                + "\"events\":{\"a\\u0000\":1}"))
                .contains("/description", "/configuration/schema/title", "/events");
        assertThat(pointers("\"name\":\"CRM\",\"description\":\"two\\nlines \\u200f\""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"$ref\":\"#\"}; ; refers to itself without end",
                "{\"allOf\":[{\"$ref\":\"#/$defs/a\"}],\"$defs\":{\"a\":{\"not\":{\"$ref\":\"#\"}}}}; ; refers to itself without end",
                "{\"$dynamicAnchor\":\"n\",\"anyOf\":[{\"$dynamicRef\":\"#n\"}]}; ; refers to itself without end",
                "{\"$ref\":\"#/$defs/none\"}; /$ref; refers to '#/$defs/none', which is not in the schema",
                "{\"$ref\":\"#none\"}; /$ref; refers to '#none', which is not in the schema",
                "{\"$ref\":\"other.json\"}; /$ref; refers to another document: only '#…' is possible",
                "{\"$ref\":\"classpath:x\"}; /$ref; refers to another document: only '#…' is possible",
                "{\"$schema\":\"http://127.0.0.1:1/x\"}; /$schema; must be https://json-schema.org/draft/2020-12/schema, or left out",
                "{\"properties\":{\"a\":{\"$id\":\"x\"}}}; /properties/a/$id; is possible for the whole schema only",
                "{\"type\":\"string\"}; /type; must be 'object', for that is what settings are",
                "{\"properties\":{\"a\":{\"pattern\":\"(?:(?:){9999}){9999}\"}}}; /properties/a/pattern; repeats too much: its counts must not multiply to more than a million",
            })
    void a_schema_of_settings_stands_on_its_own_and_comes_to_an_end(String schema, String at, String problem) {
        assertThat(problems("\"name\":\"CRM\",\"configuration\":{\"schema\":" + schema + "}"))
                .contains(new FieldError("/configuration/schema" + (at == null ? "" : at), problem));
    }

    @Test
    void a_schema_may_be_a_tree_and_have_settings_with_the_names_of_keywords() {
        assertThat(problems("\"name\":\"CRM\",\"configuration\":{\"schema\":{\"type\":\"object\",\"properties\":{"
                        + "\"$ref\":{\"type\":\"string\"},\"next\":{\"$ref\":\"#\"},\"a\":{\"$ref\":\"#/$defs/a%20b\"}},"
                        + "\"$defs\":{\"a b\":{\"type\":\"integer\"}}},\"defaults\":{\"next\":{\"next\":{\"a\":1}}}}"))
                .isEmpty();
    }

    @Test
    void defaults_have_a_schema_and_fit_it() {
        assertThat(pointers("\"name\":\"CRM\",\"configuration\":{\"defaults\":{\"a\":1},\"secrets\":[\"b\"]}"))
                .containsExactly("/configuration/defaults", "/configuration/secrets");
        assertThat(pointers("\"name\":\"CRM\",\"configuration\":{\"schema\":{\"properties\":{"
                        + "\"a\":{\"type\":\"integer\",\"default\":\"x\"}}},\"defaults\":{\"a\":\"x\"}}"))
                .containsExactlyInAnyOrder("/configuration/defaults/a", "/configuration/schema/properties/a/default");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"limits\":{\"timeout\":\"PT0S\"}; /limits/timeout",
                "\"limits\":{\"timeout\":\"PT99999999999999999999H\"}; /limits/timeout",
                "\"limits\":{\"maxConcurrency\":0}; /limits/maxConcurrency",
                "\"limits\":{\"queue\":-1}; /limits/queue",
                "\"plans\":[]; /plans",
                "\"web\":{\"routePrefix\":\"//x\"}; /web/routePrefix",
                "\"web\":{\"routePrefix\":\"/\"}; /web/routePrefix",
                "\"web\":{\"routePrefix\":\"/manage/x\"}; /web/routePrefix",
                "\"web\":{\"remoteEntry\":\"db/main.js\"}; /web/remoteEntry",
                "\"web\":{\"remoteEntry\":\"ui/main.html\"}; /web/remoteEntry",
                "\"web\":{\"contributions\":[{\"point\":\"header.search\",\"module\":\"./a\"}]}; /web/remoteEntry",
                "\"api\":{\"healthCheck\":\"/a//b\"}; /api/healthCheck",
                "\"platform\":\"[2,1)\"; /platform",
                "\"platform\":\"99999999999\"; /platform",
                "\"dependencies\":[{\"plugin\":\"billing\",\"version\":\"(1,1)\"}]; /dependencies/0/version",
            })
    void what_could_only_fail_is_refused(String member, String pointer) {
        assertThat(pointers("\"name\":\"CRM\"," + member)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"point\":\"header.search\",\"module\":\"a\"}; /web/contributions/0/module",
                "{\"point\":\"header.search\",\"module\":\"./../a\"}; /web/contributions/0/module",
                "{\"point\":\"header.search\",\"module\":\"./a\"},{\"point\":\"header.search\",\"module\":\"./b\"}; /web/contributions/1/point",
                "{\"point\":\"sidebar.menu\",\"module\":\"./a\"}; /web/contributions/0/label",
                "{\"point\":\"sidebar.menu\",\"module\":\"./a\",\"label\":\"Twenty-one characters\"}; /web/contributions/0/label",
                "{\"point\":\"page\",\"module\":\"./a\"}; /web/routePrefix",
            })
    void a_plugin_takes_no_more_of_the_console_than_its_share(String contributions, String pointer) {
        assertThat(pointers("\"name\":\"CRM\",\"web\":{\"remoteEntry\":\"ui/main.js\",\"contributions\":["
                        + contributions + "]}"))
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"NOPE!\"",
                "{\"tenants\":[]}",
                "{\"tenants\":[\"acme\",\"acme\"]}",
                "{\"tenants\":[\"A!\"]}"
            })
    void who_may_see_a_plugin_is_told_in_words(String visibility) {
        assertThat(problems("\"name\":\"CRM\",\"visibility\":" + visibility))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("must be \"public\", or "));
    }

    @Test
    void conditions_are_explained_where_they_are_wrong() {
        assertThat(problems(
                        "\"name\":\"CRM\",\"policies\":[{\"name\":\"p\",\"permission\":\"crm:a:b\",\"effect\":\"DENY\",\"conditions\":"
                                + "{\"all\":[{\"attribute\":\"x\",\"operator\":\"matches\",\"value\":1}]}}]"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/policies/0/conditions/all/0");
                    assertThat(problem.message()).startsWith("must be {\"attribute\", \"operator\", \"value\"}");
                });
    }

    @Test
    void no_sentence_quotes_an_expression_that_only_machines_read() {
        assertThat(READER.read(
                                ("{\"id\":\"C\",\"name\":\"n\",\"version\":\"1\",\"platform\":\"x\",\"homepage\":\"x\",\"icon\":\"/x\","
                                                + "\"jobs\":[{\"name\":\"N\"}],\"limits\":{\"timeout\":\"1\"},\"events\":{\"publishes\":[\"x\"]}}")
                                        .getBytes(StandardCharsets.UTF_8))
                        .problems())
                .hasSize(8)
                .contains(new FieldError("/version", "must be a semantic version such as 1.2.3 or 1.2.3-rc.1"))
                .allSatisfy(problem ->
                        assertThat(problem.message()).startsWith("must be ").doesNotContain("^"));
    }

    private static List<String> pointers(String members) {
        return problems(members).stream().map(FieldError::pointer).distinct().toList();
    }

    private static List<FieldError> problems(String members) {
        String json = "{\"id\":\"crm\",\"version\":\"1.0.0\"," + members + "}";
        return READER.read(json.getBytes(StandardCharsets.UTF_8)).problems();
    }
}
