package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import org.junit.jupiter.api.Test;

@BlackBox
class LongWorkIT {

    private final Platform platform;

    LongWorkIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_tenant_is_made_while_its_maker_watches() {
        String slug = TestTenant.freshSlug();
        Login admin = new Login(slug, "admin@" + slug + ".example", "Watched-While-1");

        Answer accepted = platform.boss()
                .with("Prefer", "respond-async")
                .post("/api/v1/tenants", TestTenant.body(slug, admin))
                .expect(202);

        String operation = accepted.header("Location");
        assertThat(operation).isEqualTo("/api/v1/operations/" + accepted.at("/id"));
        Answer events = platform.boss()
                .with("Accept", "text/event-stream")
                .get(operation + "/events")
                .expect(200);
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.text()).contains("\"status\":\"SUCCEEDED\"", "\"progress\":100");
        Answer done = platform.boss().get(operation).expect(200);
        assertThat(done.at("/status")).isEqualTo("SUCCEEDED");
        assertThat(done.at("/result/slug")).isEqualTo(slug);
        assertThat(platform.as(admin).get("/api/v1/auth/me").expect(200).at("/tenant/slug"))
                .isEqualTo(slug);
        platform.as("acme", "admin").get(operation).refused(404, "not-found");
        platform.boss().with("X-Tenant-Slug", "acme").get(operation).expect(200);

        Answer removal = platform.boss()
                .with("Prefer", "respond-async")
                .delete("/api/v1/tenants/" + slug + "?mode=hard")
                .expect(202);
        soon().until(() ->
                platform.boss().get(removal.header("Location")).at("/status").equals("SUCCEEDED"));
        platform.boss().get("/api/v1/tenants/" + slug).refused(404, "not-found");
        soon().untilAsserted(() -> assertThat(platform.boss().get(operation).text())
                .as("what came out went with the tenant")
                .doesNotContain(slug));
    }

    @Test
    void what_is_wrong_with_a_wish_is_told_at_once() {
        platform.boss()
                .with("Prefer", "respond-async")
                .post("/api/v1/tenants", "{\"slug\":\"No Slug\"}")
                .refused(400, "validation-failed");
    }
}
