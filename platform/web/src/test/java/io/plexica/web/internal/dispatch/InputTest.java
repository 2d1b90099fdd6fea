package io.plexica.web.internal.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Http.Call;
import io.plexica.web.internal.support.NotesResources;
import io.plexica.web.internal.support.Site;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputTest {

    private static final String NOTES = "/api/plugins/notes/notes";
    private static final String NOTE = "{\"title\":\"caffè\",\"stars\":1}";
    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        site = NotesResources.open();
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @ParameterizedTest(name = "?{0} gives {1}")
    @CsvSource({
        "page=1,                 200",
        "page=1&page=1,          /page",
        "page=1&p%61ge=2,        /page",
        "colour=RED&colour=RED,  /colour",
        "tag=a&tag=b,            200",
        "unknown=1&unknown=2,    200",
        "q=caff%C3%A8,           200",
        "q=caff%E8,              /q",
        "q=%C0%80,               /q",
        "q=%ED%A0%80,            /q",
        "%ff=1,                  ''",
        "page=1&page=2&q=%ff,    /page+/q",
        "q=a%00b,                /q",
        "un%00known=1,           /unknown",
        "tag=a&tag=%00,          /tag",
        "q=%2500,                200",
    })
    void queries_are_utf_8_and_give_each_parameter_once(String query, String expected) throws Exception {
        Answer answer = site.http.get(NOTES + "/list?" + query).as("ann").send();
        String told = answer.status() == 200
                ? "200"
                : String.join("+", answer.json().path("errors").findValuesAsText("pointer"));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void paths_hold_no_nul() throws Exception {
        assertThat(site.http.get(NOTES + "/by-id/%00").as("ann").send().code()).isEqualTo("400 validation-failed");
    }

    @Test
    void a_switch_is_true_or_false() throws Exception {
        for (String query : List.of("", "?bare=true", "?bare=false")) {
            assertThat(site.http.get(NOTES + "/switch" + query).as("ann").send().text())
                    .as(query)
                    .isEqualTo(String.valueOf(query.endsWith("true")));
        }
        for (String query : List.of("?bare=maybe", "?bare=TRUE", "?bare=1")) {
            Answer answer = site.http.get(NOTES + "/switch" + query).as("ann").send();
            assertThat(answer.code()).as(query).isEqualTo("400 validation-failed");
            assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/bare");
        }
    }

    @Test
    void broken_percent_signs_are_refused() throws Exception {
        for (String query : List.of("q=%", "q=%4", "q=%zz", "q=a%2")) {
            String answer = site.http.raw("GET " + NOTES + "/list?" + query
                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ann\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(query).startsWith("HTTP/1.1 400").contains("validation-failed");
        }
    }

    @Test
    void bodies_are_utf_8() throws Exception {
        assertThat(send("application/json", UTF_8).status()).isEqualTo(200);
        assertThat(send("application/json; charset=utf-8", UTF_8).status()).isEqualTo(200);
        assertThat(send("application/json; charset=\"UTF-8\"", UTF_8).status()).isEqualTo(200);
        assertThat(send("application/json", ISO_8859_1).code()).isEqualTo("400 validation-failed");
        assertThat(send("application/json; charset=utf-8", ISO_8859_1).code()).isEqualTo("400 validation-failed");
        for (Charset charset : List.of(UTF_16, UTF_16LE, Charset.forName("UTF-32"))) {
            assertThat(send("application/json", charset).code()).isEqualTo("415 unsupported-media-type");
            assertThat(send("application/json; charset=" + charset, charset).code())
                    .isEqualTo("415 unsupported-media-type");
        }
        assertThat(send("application/json;charset=iso-8859-1", ISO_8859_1).code())
                .isEqualTo("415 unsupported-media-type");
    }

    @Test
    void a_body_says_what_it_is_and_hears_what_it_could_have_been() throws Exception {
        Answer silent = call().body(BodyPublishers.ofString(NOTE)).send();
        assertThat(silent.code()).isEqualTo("415 unsupported-media-type");
        Answer wrong = site.http
                .call("POST", NOTES + "/archive")
                .as("ann")
                .header("Content-Type", "text/plain")
                .body(BodyPublishers.ofString("x"))
                .send();
        assertThat(wrong.code()).isEqualTo("415 unsupported-media-type");
        assertThat(wrong.json().path("detail").asText()).contains("application/java-archive");
        assertThat(site.http.call("POST", NOTES + "/optional").as("ann").send().status())
                .isEqualTo(200);
    }

    @Test
    void forms_are_read_as_text_and_by_field() throws Exception {
        for (String path : List.of("/form", "/field")) {
            Answer answer = site.http
                    .call("POST", NOTES + path)
                    .as("ann")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .body(BodyPublishers.ofString("logout_token=abc%20d"))
                    .send();
            assertThat(answer.text()).as(path).contains("abc");
        }
    }

    @Test
    void what_is_no_number_is_refused_without_advice_on_parsers() throws Exception {
        Answer answer = site.http
                .post(NOTES, "{\"title\":\"x\",\"stars\":NaN}")
                .as("ann")
                .send();
        assertThat(answer.code()).isEqualTo("400 validation-failed");
        assertThat(answer.text()).contains("NaN").doesNotContain("enable", "Feature");
        Answer deep = site.http
                .post(NOTES, "[".repeat(100) + "]".repeat(100))
                .as("ann")
                .send();
        assertThat(deep.text()).doesNotContain("StreamRead", "`");
    }

    @Test
    void allowed_methods_are_those_of_the_path() throws Exception {
        assertThat(site.http.call("DELETE", NOTES + "/list").as("ann").send().header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
        assertThat(site.http.call("PUT", NOTES + "/by-id/7").as("ann").send().header("Allow"))
                .isEqualTo("DELETE, GET, HEAD, OPTIONS");
        Answer options = site.http.call("OPTIONS", NOTES).as("ann").send();
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(site.http
                        .call("OPTIONS", NOTES + "/nowhere")
                        .as("ann")
                        .send()
                        .code())
                .isEqualTo("404 not-found");
        assertThat(site.http.call("OPTIONS", NOTES).send().code()).isEqualTo("401 unauthenticated");
        assertThat(site.http.raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow:");
        assertThat(site.http.call("POST", "/health/live").send().header("Allow"))
                .isEqualTo("GET, HEAD");
    }

    private static Answer send(String type, Charset charset) throws Exception {
        return call().header("Content-Type", type)
                .body(BodyPublishers.ofByteArray(NOTE.getBytes(charset)))
                .send();
    }

    private static Call call() {
        return site.http.call("POST", NOTES).as("ann");
    }
}
