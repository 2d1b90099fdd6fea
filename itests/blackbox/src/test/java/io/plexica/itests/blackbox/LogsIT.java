package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all that works and before all that breaks, so that there is much to look through. */
@BlackBox
@Order(BlackBox.HURTS - 1)
class LogsIT {

    private final Platform platform;

    LogsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void every_line_is_json_with_time_level_and_message() {
        List<String> lines = platform.logs().lines();

        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines).allSatisfy(line -> {
            JsonNode json = io.plexica.itests.support.Json.read(line);
            assertThat(json.isObject()).as(line).isTrue();
            assertThat(json.fieldNames()).toIterable().contains("timestamp", "level", "logger", "message");
        });
    }

    @Test
    void a_line_says_for_whom_the_platform_worked() {
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0"));
        platform.as("acme", "admin")
                .post("/api/v1/tenants/acme/plugins/" + id + "/install", Map.of())
                .expect(201);
        Answer broken = platform.as("acme", "admin")
                .get("/api/plugins/" + id + "/broken")
                .expect(500);
        platform.as("acme", "admin")
                .delete("/api/v1/tenants/acme/plugins/" + id)
                .expect(204);

        List<JsonNode> lines = platform.logs().of(broken.at("/traceId"));

        assertThat(lines).isNotEmpty();
        JsonNode line = lines.get(0);
        assertThat(line.path("tenant").asText()).isEqualTo("acme");
        assertThat(line.path("workspace").asText()).isEqualTo("default");
        assertThat(line.path("plugin").asText()).startsWith(id);
        assertThat(line.path("user").asText()).matches("[0-9a-f-]{36}");
        assertThat(line.path("trace").asText()).isEqualTo(broken.at("/traceId"));
    }

    @Test
    void no_secret_is_in_any_log() {
        Login admin = platform.credentials().of("acme", "admin");
        platform.http()
                .post(
                        "/api/v1/auth/login",
                        Map.of("tenant", "acme", "username", admin.username(), "password", "Wrong-But-Secret-1"))
                .expect(401);
        String token = platform.token(admin);
        String refresh =
                platform.http().post("/api/v1/auth/login", admin.body()).at("/refreshToken");

        String logs = platform.logs().everything();

        assertThat(platform.credentials().passwords()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(platform.secrets()).isNotEmpty();
        platform.credentials().passwords().forEach(password -> assertThat(logs).doesNotContain(password));
        platform.secrets().forEach(secret -> assertThat(logs).doesNotContain(secret));
        assertThat(logs).doesNotContain("Wrong-But-Secret-1", token, token.split("\\.")[2], refresh, "First-Admin-");
    }
}
