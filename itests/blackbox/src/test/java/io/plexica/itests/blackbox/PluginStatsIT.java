package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginStatsIT {

    private final Platform platform;
    private TestTenant tenant;

    PluginStatsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createATenant() {
        tenant = TestTenant.create(platform);
    }

    @Test
    void an_admin_sees_the_figures_of_the_own_tenant_and_operators_see_all() {
        TestTenant other = TestTenant.create(platform);
        String bad = publish();
        Published.install(platform, other, bad);
        admin().get(BadPlugin.path(bad, "works")).expect(200);
        admin().get(BadPlugin.path(bad, "throws/exception")).expect(500);
        other.client(platform).get(BadPlugin.path(bad, "works")).expect(200);

        JsonNode all = BadPlugin.stats(platform.boss(), bad);
        assertThat(all.path("plugin").asText()).isEqualTo(bad);
        assertThat(all.path("installations").asInt()).isEqualTo(2);
        assertThat(all.at("/versions/0/version").asText()).isEqualTo("1.0.0");
        assertThat(all.at("/versions/0/calls").asInt()).isEqualTo(3);
        assertThat(all.at("/versions/0/errors").asInt()).isEqualTo(1);
        assertThat(all.at("/versions/0/errorRate").asDouble()).isBetween(0.3, 0.4);
        assertThat(all.at("/versions/0/p95").asDouble()).isPositive();
        assertThat(all.path("tenants").findValuesAsText("tenant"))
                .containsExactlyInAnyOrder(tenant.slug(), other.slug());
        JsonNode own = BadPlugin.stats(admin(), bad);
        assertThat(own.at("/versions/0/calls").asInt()).isEqualTo(2);
        assertThat(own.path("installations").asInt()).isEqualTo(1);
        assertThat(own.toString()).doesNotContain(other.slug());
        platform.as("acme", "member").get("/api/v1/plugins/crm/stats").refused(403, "permission-denied");
        platform.http().get("/api/v1/plugins/crm/stats").refused(401, "unauthenticated");
        platform.boss().get("/api/v1/plugins/nothing/stats").refused(404, "plugin-not-found");
        JsonNode top = platform.shell().json("plugin:top " + bad);
        assertThat(top.at("/0/versions/0/calls").asInt()).isEqualTo(3);
        assertThat(platform.shell().run("plugin:top")).contains("Requests", bad + "@1.0.0");
    }

    @Test
    void what_authors_count_is_shown_by_days() {
        String bad = publish();
        admin().post(BadPlugin.path(bad, "used")).expect(200);
        admin().post(BadPlugin.path(bad, "used")).expect(200);

        soon().untilAsserted(() -> assertThat(
                        BadPlugin.stats(admin(), bad).at("/usage/0/count").asInt())
                .isEqualTo(2));
        JsonNode usage = BadPlugin.stats(admin(), bad).at("/usage/0");
        assertThat(usage.path("action").asText()).isEqualTo("thing-used");
        assertThat(usage.path("lastAt").asText()).isNotEmpty();
        String stats = "/api/v1/plugins/" + bad + "/stats";
        assertThat(admin().get(stats + "?from=2000-01-01&to=2000-01-02")
                        .expect(200)
                        .json()
                        .path("usage"))
                .isEmpty();
        admin().get(stats + "?from=yesterday&to=tomorrow")
                .refused(400, "validation-failed")
                .pointsAt("/from", "/to");
        admin().get(stats + "?from=2026-02-01&to=2026-01-01")
                .refused(400, "validation-failed")
                .pointsAt("/to");
    }

    private String publish() {
        String bad = Published.freshId();
        Published.upload(platform, BadPlugin.of(bad, null, null, null));
        Published.install(platform, tenant, bad);
        return bad;
    }

    private Http admin() {
        return tenant.client(platform);
    }
}
