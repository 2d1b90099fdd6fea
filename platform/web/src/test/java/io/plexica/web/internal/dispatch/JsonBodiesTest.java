package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.NotesResources;
import io.plexica.web.internal.support.Site;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

    private static final String NOTES = "/api/plugins/notes/notes";
    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        site = NotesResources.open();
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"title":"a","stars":1,"lines":[]}                | 200 |
            {"title":"","stars":1,"x":1,"lines":[{"text":"","y":2}]} | 400 validation-failed | /title /x /lines/0/text /lines/0/y
            {"title":"a","stars":1,"lines":[],"x":1,"y":[{}]} | 400 validation-failed | /x /y
            {"x":{"a":1},"title":"a","stars":1,"lines":[]}    | 400 validation-failed | /x
            {"x":[1,{"a":2}],"y":{"b":[]}}                    | 400 validation-failed | /x /y /stars /title
            {"title":"a","stars":1,"lines":[{"z":[1],"text":"b"},{"text":"b","z":{"q":1}}],"a/b":{"c":1}} | 400 validation-failed | /lines/0/z /lines/1/z /a~1b
            {"title":"a","stars":1,"lines":[{"text":"b","z":1}]} | 400 validation-failed | /lines/0/z
            {"title":"","stars":0,"lines":[{"text":" "}]}     | 400 validation-failed | /lines/0/text /stars /title
            {"title":"aaaaaaaaaaa","stars":1}                 | 400 validation-failed | /title
            {"title":5,"stars":1}                             | 400 validation-failed | /title
            {"title":"a","stars":"1"}                         | 400 validation-failed | /stars
            {"title":"a","stars":1.5}                         | 400 validation-failed | /stars
            {"title":"a","stars":1,"lines":{}}                | 400 validation-failed | /lines
            {"title":"a","title":"b","stars":1}               | 400 validation-failed | ''
            {"title":"a","stars":1} {}                        | 400 validation-failed | ''
            {"title":"a","stars":1                            | 400 validation-failed | ''
            /*a*/{"title":"a"}                                | 400 validation-failed | ''
            {"title":"a\\u0000","stars":1}                    | 400 validation-failed | ''
            {"a\\u0000":1}                                    | 400 validation-failed | ''
            {"title":"a\\ud800b","stars":1}                  | 400 validation-failed | ''
            {"title":"a\\udc00","stars":1}                   | 400 validation-failed | ''
            {"title":"\\ud83d\\ude00","stars":1}              | 200 |
            {"title":"a","stars":1,"x":1e1000}                | 400 validation-failed | ''
            {"title":"a","stars":1,"x":1E-999999}             | 400 validation-failed | ''
            []                                                | 400 validation-failed | ''
            nonsense                                          | 400 validation-failed | ''
            ''                                                | 400 validation-failed | ''
            null                                              | 400 validation-failed | ''
            """)
    void a_body_that_is_not_right_is_told_all_that_is_wrong(String body, String code, @Nullable String pointers)
            throws Exception {
        Answer answer = site.http.post(NOTES, body).as("ann").send();
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        if (pointers != null) {
            assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                    .as(answer.text())
                    .containsExactlyInAnyOrder(pointers.split(" ", -1));
        }
        assertThat(answer.text()).doesNotContain("io.plexica", "java.", "Exception", "Feature", "Source");
    }

    @Test
    void depth_and_size_of_json_are_bounded() throws Exception {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        assertThat(site.http.post(NOTES + "/optional", deep).as("ann").send().code())
                .isEqualTo("400 validation-failed");
    }

    @Test
    void a_number_of_more_digits_than_anybody_needs_is_refused() throws Exception {
        String many = "{\"a\":" + "1".repeat(101) + "}";
        assertThat(site.http.post(NOTES + "/optional", many).as("ann").send().code())
                .isEqualTo("400 validation-failed");
    }

    @Test
    void a_body_may_be_left_out_only_where_its_parameter_may_be_null() throws Exception {
        Answer without = site.http.call("POST", NOTES + "/optional").as("ann").send();
        assertThat(without.json().path("given").asBoolean(true))
                .as(without.text())
                .isFalse();
        assertThat(site.http.call("POST", NOTES).as("ann").send().code()).isEqualTo("400 validation-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json"})
    void a_patch_is_a_merge_patch_under_both_its_names(String type) throws Exception {
        for (String path : List.of("/patch", "/merge-patch")) {
            Answer answer = site.http
                    .call("PATCH", NOTES + path)
                    .header("Content-Type", type)
                    .body(BodyPublishers.ofString("{\"a\":null}"))
                    .as("ann")
                    .send();
            assertThat(answer.text()).isEqualTo("{\"a\":null}");
        }
    }
}
