package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Platform;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@BlackBox
class ConventionsIT {

    private static final String ME = "/api/v1/auth/me";

    private final Platform platform;

    ConventionsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void every_answer_carries_security_headers_and_a_trace() {
        Stream.of(
                        platform.http().get(ME),
                        platform.http().get("/health/live"),
                        platform.http().get("/nothing"),
                        platform.http().get("/api/docs"),
                        platform.as("acme", "viewer").get("/api/plugins/crm/contacts"))
                .forEach(answer -> {
                    assertThat(answer.header("X-Trace-Id")).as(answer.call()).matches("[0-9a-f]{32}");
                    assertThat(answer.header("X-Content-Type-Options"))
                            .as(answer.call())
                            .isEqualTo("nosniff");
                    assertThat(answer.header("Referrer-Policy"))
                            .as(answer.call())
                            .isNotEmpty();
                    assertThat(answer.header("Content-Security-Policy"))
                            .as(answer.call())
                            .contains("frame-ancestors 'none'");
                    assertThat(answer.header("Server")).as(answer.call()).isEmpty();
                });
    }

    @Test
    void answers_to_people_are_never_kept_by_caches() {
        assertThat(platform.as("acme", "viewer")
                        .get("/api/plugins/crm/contacts")
                        .header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void a_callers_trace_is_honoured_if_it_is_one() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(platform.http()
                        .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .get(ME)
                        .header("X-Trace-Id"))
                .isEqualTo(trace);
        for (String bad : new String[] {"rubbish", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "00-\u00e9-1-01"}) {
            assertThat(platform.http().with("traceparent", bad).get(ME).header("X-Trace-Id"))
                    .matches("[0-9a-f]{32}")
                    .isNotEqualTo("0".repeat(32));
        }
    }

    @Test
    void no_other_origin_may_read_answers() {
        Answer answer = platform.http().with("Origin", "https://evil.example").get("/health/live");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void anybody_sees_whether_the_platform_lives_and_no_more() {
        assertThat(platform.http().get("/health/live").expect(200).text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(platform.http().get("/health/ready").expect(200).text()).isEqualTo("{\"status\":\"UP\"}");
        platform.http().get("/health").refused(401, "unauthenticated");
        platform.as("acme", "admin").get("/health").refused(403, "permission-denied");
    }

    @Test
    void a_super_admin_sees_how_each_part_is() {
        JsonNode health = platform.boss().get("/health").expect(200).json();

        assertThat(health.path("status").asText()).isEqualTo("healthy");
        assertThat(health.path("timestamp").asText()).endsWith("Z");
        assertThat(health.path("checks").fieldNames()).toIterable().contains("database", "identity", "plugins");
        assertThat(health.at("/checks/database/healthy").asBoolean()).isTrue();
        assertThat(health.at("/checks/database/responseTime").isNumber()).isTrue();
    }

    @Test
    void the_api_describes_itself_to_anybody_and_plugins_to_those_who_have_them() {
        JsonNode open = openApi(platform.http().get("/api/openapi.json").expect(200));
        JsonNode acme =
                openApi(platform.as("acme", "viewer").get("/api/openapi.json").expect(200));
        JsonNode globex =
                openApi(platform.as("globex", "viewer").get("/api/openapi.json").expect(200));

        assertThat(paths(open))
                .contains("/api/v1/auth/login", "/api/v1/tenants")
                .noneMatch(path -> path.startsWith("/api/plugins/"));
        assertThat(paths(acme))
                .contains("/api/v1/auth/login", "/api/plugins/crm/contacts", "/api/plugins/crm/deals/{id}");
        assertThat(paths(globex)).noneMatch(path -> path.startsWith("/api/plugins/crm"));
        assertThat(acme.at("/paths/~1api~1plugins~1crm~1contacts/post/responses/201/content")
                        .size())
                .isPositive();
        // Nobody can build against an answer of which only the status is told.
        assertThat(acme.findParents("2XX")).isEmpty();
    }

    @Test
    void people_can_browse_the_description() {
        Answer docs = platform.http().get("/api/docs").expect(200);

        assertThat(docs.header("Content-Type")).startsWith("text/html");
        assertThat(docs.text()).doesNotContain("https://unpkg", "https://cdn");
    }

    private static JsonNode openApi(Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.at("/openapi")).startsWith("3.1");
        return answer.json();
    }

    private static Iterable<String> paths(JsonNode document) {
        return () -> document.path("paths").fieldNames();
    }
}
