package io.plexica.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;

/**
 * What the platform answered.
 *
 * @param call the method and path, for messages
 * @param status the HTTP status
 * @param headers the headers
 * @param text the body
 * @param took how long it took
 */
public record Answer(String call, int status, HttpHeaders headers, String text, Duration took) {

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        return Json.read(text);
    }

    /** A member of the body by JSON pointer, as text. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** The stable code of a problem; empty for anything else. */
    public String code() {
        return json().path("code").asText();
    }

    /** A header; empty when it is missing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Demands a status, showing the whole answer when it is another one. */
    public Answer expect(int wanted) {
        assertThat(status).as("%s answered %s", call, text).isEqualTo(wanted);
        return this;
    }

    /** Demands a refusal that keeps every rule of a problem document. */
    public Answer refused(int wanted, String code) {
        expect(wanted);
        assertThat(code()).as("code of %s", text).isEqualTo(code);
        assertThat(header("Content-Type")).as("type of %s", text).startsWith("application/problem+json");
        assertThat(at("/type")).isEqualTo("https://plexica.io/problems/" + code);
        assertThat(at("/title")).as("title of %s", text).isNotEmpty();
        assertThat(at("/detail")).as("detail of %s", text).isNotEmpty();
        assertThat(at("/instance")).as("instance of %s", text).isNotEmpty();
        assertThat(json().path("status").asInt()).isEqualTo(wanted);
        assertThat(at("/traceId"))
                .as("traceId of %s", text)
                .isEqualTo(header("X-Trace-Id"))
                .isNotEmpty();
        assertThat(text).doesNotContain("\tat ", "<html");
        return this;
    }

    /** Demands a refusal whose errors point at these parts, perhaps among others. */
    public Answer pointsAt(String... pointers) {
        assertThat(json().path("errors").findValuesAsText("pointer"))
                .as("errors of %s", text)
                .contains(pointers);
        return this;
    }
}
