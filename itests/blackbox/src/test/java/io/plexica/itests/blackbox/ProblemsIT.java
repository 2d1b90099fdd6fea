package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class ProblemsIT {

    private static final String CONTACTS = "/api/plugins/crm/contacts";
    private static final String LOGIN = "/api/v1/auth/login";

    private final Platform platform;
    private final Http admin;

    ProblemsIT(Platform platform) {
        this.platform = platform;
        this.admin = platform.as("acme", "admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "\"text\"",
                "{\"name\":}",
                "{\"name\":\"a\",}",
                "{\"name\":\"a\"} {\"name\":\"b\"}",
                "{\"name\":\"a\"} trailing",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":{\"first\":\"a\"}}",
                "{\"name\":\"a\\u0000b\"}",
                "null"
            })
    void a_body_that_is_no_proper_json_object_is_refused(String body) {
        admin.post(CONTACTS, body).refused(400, "validation-failed");
        platform.http().post(LOGIN, body).refused(400, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tenants?plan=%00",
                "/api/v1/users?role=%00",
                "/api/v1/operations?type=%00",
                "/api/v1/audit-log?tenant=%00",
                "/api/v1/workspaces?q=%00"
            })
    void no_query_holds_a_nul(String path) {
        platform.boss().with("X-Tenant-Slug", "acme").get(path).refused(400, "validation-failed");
    }

    @Test
    void deep_json_is_refused_without_harm() {
        admin.post(CONTACTS, "{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                .refused(400, "validation-failed");
    }

    @Test
    void an_unknown_member_is_named() {
        admin.post(CONTACTS, Map.of("name", "a", "nmae", "b"))
                .refused(400, "validation-failed")
                .pointsAt("/nmae");
    }

    @Test
    void a_body_over_a_mebibyte_is_refused_however_it_is_sent() {
        String big = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";

        admin.post(CONTACTS, big).refused(413, "payload-too-large");
        admin.send(
                        "POST",
                        CONTACTS,
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                                big.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .refused(413, "payload-too-large");
    }

    @Test
    void other_types_of_content_are_refused() {
        admin.send("POST", CONTACTS, "text/plain", Http.text("{\"name\":\"a\"}"))
                .refused(415, "unsupported-media-type");
        admin.send("POST", CONTACTS, "application/xml", Http.text("<a/>")).refused(415, "unsupported-media-type");
        admin.with("Accept", "application/xml").get(CONTACTS).refused(406, "not-acceptable");
        platform.http()
                .send("POST", LOGIN, "application/x-www-form-urlencoded", Http.text("a=b"))
                .refused(415, "unsupported-media-type");
    }

    @Test
    void other_methods_are_refused_with_those_that_are_possible() {
        assertThat(admin.put(CONTACTS, Map.of("name", "a"))
                        .refused(405, "method-not-allowed")
                        .header("Allow"))
                .contains("GET", "POST");
        platform.http().get(LOGIN).refused(405, "method-not-allowed");
        admin.send("TRACE", CONTACTS, null, BodyPublishers.noBody()).refused(405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api",
                "/api/",
                "/api/v1",
                "/api/v1/nothing",
                "/api/v2/tenants",
                "/cxf",
                "/system/console"
            })
    void nothing_is_not_found(String path) {
        admin.get(path).refused(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../v1/auth/me",
                "/api/v1//auth/me",
                "/api/v1/%2e%2e/health",
                "/api/plugins/crm;x=y/contacts",
                "/api/plugins/%63rm/contacts"
            })
    void crooked_paths_never_get_round_a_guard(String path) throws IOException {
        String answer = platform.raw().send("GET " + path + " HTTP/1.1", "");

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer).contains("application/problem+json");
    }

    @Test
    void headers_beyond_sixteen_kibibytes_are_refused() throws IOException {
        String answer = platform.raw().send("GET /api/v1/auth/me HTTP/1.1\nX-Filler: " + "x".repeat(17_000), "");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json", "header-too-large");
    }

    @Test
    void rubbish_is_answered_with_a_problem() throws IOException {
        assertThat(platform.raw().send("NONSENSE", "")).startsWith("HTTP/1.1 4").contains("application/problem+json");
        assertThat(platform.raw()
                        .send("GET /api/v1/auth/me HTTP/1.1\nAuthorization: Bearer a\nAuthorization: Bearer b", ""))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json");
        assertThat(platform.raw().send("GET /api/v1/%zz HTTP/1.1", ""))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("<html");
        assertThat(platform.raw()
                        .send("POST " + LOGIN + " HTTP/1.1\nContent-Type: application/json\nContent-Length: -5", "{}"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Tenant-Slug", "X-Workspace-Id"})
    void an_empty_or_repeated_selector_is_refused(String header) throws IOException {
        admin.with(header, "").get("/api/v1/auth/me").refused(400, "validation-failed");
        String twice = "GET /api/v1/auth/me HTTP/1.1\nAuthorization: Bearer "
                + platform.token(platform.credentials().of("acme", "admin")) + "\n" + header + ": acme\n" + header
                + ": acme";

        assertThat(platform.raw().send(twice, "")).startsWith("HTTP/1.1 400").contains("validation-failed");
    }
}
