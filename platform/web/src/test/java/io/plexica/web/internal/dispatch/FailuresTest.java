package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.PluginServers.PluginServer;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.NotesResources;
import io.plexica.web.internal.support.Site;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "coded,     409 conflict",
        "runtime,   500 plugin-error",
        "checked,   500 plugin-error",
        "error,     500 plugin-error",
        "stale,     409 conflict",
        "duplicate, 409 conflict",
        "foreign,   500 plugin-error",
        "gone,      503 unavailable",
        "web,       409 conflict",
        "later,     503 unavailable"
    })
    void what_a_method_throws_becomes_a_problem_and_rolls_back(String how, String code) throws Exception {
        int before = site.rooms.database.rollbacks.get();
        Answer answer = site.http.get(NOTES + "/fail/" + how).as("ann").send();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).doesNotContain("secret");
        assertThat(answer.json().path("instance").asText()).isEqualTo(NOTES + "/fail/" + how);
        assertThat(site.rooms.database.rollbacks.get()).isEqualTo(before + 1);
    }

    @Test
    void an_object_whose_form_nobody_said_is_json() throws Exception {
        Answer object = site.http.get(NOTES + "/unsaid").as("ann").send();
        assertThat(object.text()).isEqualTo("{\"a\":1}");
        assertThat(object.header("Content-Type")).isEqualTo("application/json");
        assertThat(site.http.get(NOTES + "/unsaid?raw=true").as("ann").send().text())
                .isEqualTo("text");
    }

    @Test
    void members_and_headers_of_a_failure_reach_the_caller() throws Exception {
        assertThat(site.http.get(NOTES + "/fail/later").as("ann").send().header("Retry-After"))
                .isEqualTo("7");
        assertThat(site.http.get(NOTES + "/fail/gone").as("ann").send().header("Retry-After"))
                .isNotNull();
        JsonNode coded = site.http.get(NOTES + "/fail/coded").as("ann").send().json();
        assertThat(coded.path("tenants").toString()).isEqualTo("[1]");
        assertThat(coded.path("detail").asText()).startsWith("taken: ");
        assertThat(site.http
                        .get(NOTES + "/fail/runtime")
                        .as("ann")
                        .send()
                        .json()
                        .path("plugin")
                        .asText())
                .isEqualTo("notes");
    }

    @Test
    void a_version_that_is_stopped_for_everybody_answers_nobody_and_says_why() throws Exception {
        PluginRef notes = Objects.requireNonNull(site.rooms.find("notes", null)).plugin();
        site.rooms.stop(notes, "it leaks");
        Answer refused = site.http.get(NOTES + "/fail/coded").as("ann").send();
        site.rooms.resume(notes);

        assertThat(refused.code()).isEqualTo("503 plugin-unavailable");
        assertThat(refused.json().path("plugin").asText()).isEqualTo("notes");
        assertThat(refused.json().path("detail").asText())
                .isEqualTo("Version " + notes.version() + " of the plugin is stopped for everybody: it leaks");
        assertThat(site.http.get(NOTES + "/fail/coded").as("ann").send().code()).isEqualTo("409 conflict");
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "GET,     /nowhere,          404 not-found, ann",
        "GET,     /by-id/nonsense,   404 not-found, ann",
        "PUT,     /by-id/nonsense,   405 method-not-allowed, ann",
        "PUT,     /welcome,          405 method-not-allowed, -",
        "PUT,     /by-id/nonsense,   401 unauthenticated, -",
        "OPTIONS, /welcome,          401 unauthenticated, -",
        "OPTIONS, /by-id/x,          200, ann",
        "FOO,     /by-id/x,          405 method-not-allowed, ann",
        "HEAD,    /welcome,          200, -",
        "GET,     /plain,            404 not-found, ann",
        "GET,     /unwritable,       500 plugin-error, ann",
        "GET,     /list?page=x,      400 validation-failed, ann",
        "GET,     /list?page=0&colour=BLUE, 400 validation-failed, ann",
        "GET,     /list?count=many,  400 validation-failed, ann",
        "GET,     /list?limit=2,     400 validation-failed, ann",
        "GET,     /list?limit=x,     400 validation-failed, ann",
        "GET,     /list?limit=5&colour=RED, 200, ann",
        "GET,     /welcome?_method=DELETE&_wadl&_type=xml, 200, -"
    })
    void jax_rs_refuses_in_problems(String method, String path, String code, String user) throws Exception {
        var call = site.http.call(method, NOTES + path);
        Answer answer = (user.equals("-") ? call : call.as(user)).send();
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        if (answer.status() == 405) {
            assertThat(answer.header("Allow")).contains("GET");
        }
    }

    @Test
    void a_plugin_without_resources_is_served_and_has_nothing_to_answer() throws Exception {
        PluginRef silent = new PluginRef("silent", "1.0.0");
        PluginServer server = site.plugin(silent);
        for (String path : new String[] {"", "/", "/nowhere"}) {
            Answer answer =
                    site.http.get("/api/plugins/silent" + path).as("ann").send();
            assertThat(answer.code()).as(answer.text()).isEqualTo("404 not-found");
        }
        assertThat(server.drainAndClose(Duration.ofSeconds(5))).isTrue();
    }
}
