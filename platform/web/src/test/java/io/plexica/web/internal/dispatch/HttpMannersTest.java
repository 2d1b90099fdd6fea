package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.NotesResources;
import io.plexica.web.internal.support.Site;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpMannersTest {

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

    @Test
    void media_types_are_held_to() throws Exception {
        Answer xml = site.http
                .call("POST", NOTES)
                .header("Content-Type", "text/xml")
                .body(BodyPublishers.ofString("<a/>"))
                .as("ann")
                .send();
        assertThat(xml.code()).isEqualTo("415 unsupported-media-type");
        assertThat(site.http
                        .get(NOTES + "/welcome")
                        .header("Accept", "text/html")
                        .send()
                        .code())
                .isEqualTo("406 not-acceptable");
        Answer nameless = site.http
                .call("POST", NOTES)
                .header("Content-Type", "json")
                .body(BodyPublishers.ofString("{}"))
                .as("ann")
                .send();
        assertThat(nameless.code()).isEqualTo("415 unsupported-media-type");
        Answer zipped = site.http
                .post(NOTES, "{}")
                .header("Content-Encoding", "gzip")
                .as("ann")
                .send();
        assertThat(zipped.code()).isEqualTo("415 unsupported-media-type");
        assertThat(site.http
                        .post(NOTES, "{}")
                        .header("OnewayRequest", "true")
                        .as("ann")
                        .send()
                        .code())
                .isEqualTo("400 validation-failed");
    }

    @Test
    void a_body_is_never_larger_than_allowed_announced_or_not() throws Exception {
        byte[] large = new byte[5000];
        var announced = site.http.call("POST", NOTES + "/upload").body(BodyPublishers.ofByteArray(large));
        assertThat(announced.as("ann").send().code()).isEqualTo("413 payload-too-large");
        var streamed = site.http
                .call("POST", NOTES + "/upload")
                .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        assertThat(streamed.as("ann").send().code()).isEqualTo("413 payload-too-large");
        String json = "{\"title\":\"" + "a".repeat(5000) + "\"}";
        var text = site.http
                .call("POST", NOTES)
                .header("Content-Type", "application/json")
                .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json.getBytes())));
        assertThat(text.as("ann").send().code()).isEqualTo("413 payload-too-large");
    }

    @Test
    void who_reads_a_refusal_only_after_sending_everything_gets_it_all_the_same() throws Exception {
        int large = 20 * 1024 * 1024;
        String answer = site.http.raw("POST " + NOTES + "/upload HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer ann\r\nContent-Length: " + large + "\r\n\r\n" + "a".repeat(large));
        assertThat(answer).startsWith("HTTP/1.1 413").contains("payload-too-large");
    }

    @Test
    void what_a_method_refuses_unread_is_refused_at_once_and_not_when_all_of_it_has_come() throws Exception {
        assertThat(site.http.begin(
                        "POST " + NOTES + "/unread HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ann\r\n"
                                + "Content-Type: text/plain\r\nContent-Length: 1000\r\n\r\na"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void every_answer_has_its_trace_and_its_security_headers() throws Exception {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Answer traced =
                site.http.get(NOTES + "/welcome").header("traceparent", parent).send();
        assertThat(traced.header("X-Trace-Id")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        for (String path : List.of(NOTES + "/welcome", NOTES + "/nowhere", "/api/x", "/nowhere", "/health/live")) {
            Answer answer = site.http.get(path).send();
            assertThat(answer.header("X-Trace-Id")).as(path).isNotNull();
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.header("Server")).as(path).isNull();
        }
    }

    @Test
    void only_configured_origins_may_call_from_their_pages() throws Exception {
        Answer friend = site.http
                .get(NOTES + "/welcome")
                .header("Origin", "https://friend.example")
                .send();
        assertThat(friend.header("Access-Control-Allow-Origin")).isEqualTo("https://friend.example");
        Answer stranger = site.http
                .get(NOTES + "/welcome")
                .header("Origin", "https://evil.example")
                .send();
        assertThat(stranger.header("Access-Control-Allow-Origin")).isNull();
        Answer question = site.http
                .call("OPTIONS", NOTES)
                .header("Origin", "https://friend.example")
                .header("Access-Control-Request-Method", "POST")
                .send();
        assertThat(question.status()).isEqualTo(204);
        assertThat(question.header("Access-Control-Allow-Methods")).contains("POST");
    }
}
