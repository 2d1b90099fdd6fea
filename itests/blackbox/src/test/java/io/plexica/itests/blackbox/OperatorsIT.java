package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What super admins see of all tenants at once, and what only they may do. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorsIT {

    private static final String PLANS = "/api/v1/plans";

    private final Platform platform;
    private TestTenant tenant;
    private String plugin;

    OperatorsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void installAPlugin() {
        tenant = TestTenant.create(platform);
        plugin = Published.freshId();
        Published.probe(platform, tenant, plugin);
    }

    @Test
    void plans_are_told_with_what_they_bound_and_who_has_them() {
        JsonNode plans = platform.boss().get(PLANS).expect(200).json();
        JsonNode free = item(plans, "name", "free");

        assertThat(free.path("default").asBoolean()).isTrue();
        assertThat(item(plans, "name", "enterprise").path("tenants").asLong()).isPositive();
        assertThat(item(free.path("bounds"), "name", "callsPerMinute").has("most"))
                .isTrue();
        assertThat(item(free.path("bounds"), "name", "storageBytes")
                        .path("most")
                        .asLong())
                .isEqualTo(1024L * 1024 * 1024);
        platform.boss().get(PLANS + "?sort=price").refused(400, "validation-failed");
        platform.as("acme", "admin").get(PLANS).refused(403, "permission-denied");
        platform.http().get(PLANS).refused(401, "unauthenticated");
        assertThat(platform.shell().json("tenant:plans").findValuesAsText("name"))
                .contains("free", "storageBytes");
    }

    @Test
    void the_tenants_of_a_plugin_are_told_and_the_plugins_of_each_tenant_counted() {
        String path = "/api/v1/plugins/" + plugin + "/installations";
        JsonNode found = platform.boss().get(path).expect(200).json();

        assertThat(found.path("total").asInt()).isEqualTo(1);
        JsonNode only = found.path("items").path(0);
        assertThat(only.path("tenant").asText()).isEqualTo(tenant.slug());
        assertThat(only.path("version").asText()).isEqualTo("1.0.0");
        assertThat(only.path("status").asText()).isEqualTo("INSTALLED");
        assertThat(platform.boss().get(path + "?status=DISABLED").expect(200).at("/total"))
                .isEqualTo("0");
        platform.boss().get(path + "?status=GONE").refused(400, "validation-failed");
        platform.boss().get("/api/v1/plugins/none-such/installations").refused(404, "plugin-not-found");
        tenant.client(platform).get(path).refused(403, "permission-denied");
        assertThat(platform.shell()
                        .json("plugin:installations " + plugin)
                        .path("items")
                        .findValuesAsText("tenant"))
                .containsExactly(tenant.slug());

        JsonNode listed = platform.boss()
                .get("/api/v1/tenants?q=" + tenant.slug())
                .expect(200)
                .json();
        assertThat(item(listed, "slug", tenant.slug()).path("plugins").asInt()).isPositive();
    }

    @Test
    void dead_letters_are_never_revived_for_the_whole_platform_and_rollouts_only_cancelled_while_they_run() {
        String replay = "/api/v1/events/dead-letters/replay";
        platform.boss().post(replay, Map.of()).refused(400, "validation-failed");
        platform.boss().post(replay, Map.of("plugins", plugin)).refused(400, "validation-failed");
        assertThat(platform.boss()
                        .post(replay, Map.of("plugin", plugin))
                        .expect(200)
                        .at("/replayed"))
                .isEqualTo("0");
        platform.as("acme", "member").post(replay, Map.of()).refused(403, "permission-denied");

        String cancel = "/api/v1/plugins/" + plugin + "/rollouts/cancel";
        assertThat(platform.boss()
                        .post(cancel, Map.of("keep", true))
                        .refused(409, "conflict")
                        .at("/detail"))
                .startsWith("no-rollout: ");
        tenant.client(platform).post(cancel, Map.of()).refused(403, "permission-denied");
    }

    @Test
    void their_host_takes_nobody_elses_token() {
        for (String host : List.of("admin.localhost", "ADMIN.localhost.")) {
            Http admin = platform.as("acme", "admin").with("Host", host + ":" + platform.port("HTTP"));
            admin.get("/api/v1/auth/me").refused(403, "tenant-mismatch");
            platform.boss()
                    .with("Host", host + ":" + platform.port("HTTP"))
                    .get("/api/v1/auth/me")
                    .expect(200);
        }
        platform.as("acme", "admin")
                .with("Host", "ACME.localhost.:" + platform.port("HTTP"))
                .get("/api/v1/auth/me")
                .expect(200);
    }

    /** The one of a list, or of a page, whose member has a value. */
    private static JsonNode item(JsonNode list, String member, String value) {
        for (JsonNode item : list.has("items") ? list.path("items") : list) {
            if (item.path(member).asText().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("There is no " + member + " " + value + " in " + list);
    }
}
