package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmongPluginsIT {

    private static final String SUMMARY = "/api/plugins/analytics/summary";
    private static final String STATISTICS = "io.plexica.plugins.crm.api.CrmStatistics";

    /** Remembers who came last, where the test can see it. */
    private static final String HANDLER = """
            package {{package}};
            import io.plexica.api.hooks.*;
            import io.plexica.api.shared.SharedData;
            import org.osgi.service.component.annotations.*;
            @Component
            @HandlesHook(name = "%s")
            public class %s implements HookHandler {
                private final SharedData shared;
                @Activate public %s(@Reference SharedData shared) { this.shared = shared; }
                @Override public Object handle(String hook, Object value) {
                    shared.put("{{id}}", hook, value, java.time.Duration.ofHours(1));
                    return null;
                }
            }
            """;

    private static final String THIEF = """
            package {{package}};
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import io.plexica.api.shared.SharedData;
            import java.util.List;
import java.util.Map;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Thief.class) @PlexicaResource @Path("/") @Produces("application/json")
            public class Thief {
                private final SharedData shared;
                @Activate public Thief(@Reference SharedData shared) { this.shared = shared; }
                @GET @Path("take/{from}/{key}") @Authenticated
                public Map<String, Object> take(@PathParam("from") String from, @PathParam("key") String key) {
                    return Map.of("value", shared.get(from, key).orElse("nothing"));
                }
            }
            """;

    private final Platform platform;
    private TestTenant tenant;
    private Http admin;

    AmongPluginsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createATenant() {
        tenant = TestTenant.create(platform);
        admin = tenant.client(platform);
        Published.install(platform, tenant, "analytics");
    }

    @Test
    void analytics_tells_what_the_crm_knows_where_there_is_one_and_works_without() {
        assertThat(admin.get(SUMMARY)
                        .expect(200)
                        .json()
                        .path("crm")
                        .path("available")
                        .asBoolean())
                .isFalse();
        assertThat(admin.get("/api/v1/services")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();

        Published.install(platform, tenant, "crm");
        String contact = admin.post("/api/plugins/crm/contacts", Map.of("name", "Ann"))
                .expect(201)
                .at("/id");
        admin.post(
                        "/api/plugins/crm/deals",
                        Map.of(
                                "title",
                                "A deal",
                                "contactId",
                                contact,
                                "amount",
                                10.5,
                                "currency",
                                "EUR",
                                "stage",
                                "WON"))
                .expect(201);

        JsonNode crm = admin.get(SUMMARY).expect(200).json().path("crm");
        assertThat(crm.path("available").asBoolean()).isTrue();
        assertThat(crm.path("contacts").asInt()).isEqualTo(1);
        assertThat(crm.path("deals").asInt()).isEqualTo(1);
        assertThat(crm.at("/stages/2/stage").asText()).isEqualTo("WON");
        assertThat(crm.at("/stages/2/value/EUR").asDouble()).isEqualTo(10.5);
        JsonNode calls = BadPlugin.stats(admin, "crm").at("/services/0");
        assertThat(calls.path("provider").asText()).startsWith("crm@");
        assertThat(calls.path("caller").asText()).startsWith("analytics@");
        assertThat(calls.path("tenant").asText()).isEqualTo(tenant.slug());
        assertThat(calls.path("calls").asInt()).isPositive();
        assertThat(calls.path("errors").asInt()).isZero();
        Answer services = admin.get("/api/v1/services").expect(200);
        assertThat(services.at("/items/0/name")).isEqualTo(STATISTICS);
        assertThat(services.at("/items/0/plugin")).isEqualTo("crm");

        admin.post(tenant.plugin("crm") + "/disable").expect(200);
        assertThat(admin.get(SUMMARY)
                        .expect(200)
                        .json()
                        .path("crm")
                        .path("available")
                        .asBoolean())
                .isFalse();
        admin.post(tenant.plugin("crm") + "/enable").expect(200);
        assertThat(admin.get(SUMMARY).expect(200).json().at("/crm/contacts").asInt())
                .isEqualTo(1);
    }

    @Test
    void another_tenants_crm_is_none() {
        TestTenant other = TestTenant.create(platform);
        Published.install(platform, other, "analytics");
        Published.install(platform, other, "crm");
        other.client(platform)
                .post("/api/plugins/crm/contacts", Map.of("name", "Secret"))
                .expect(201);

        assertThat(admin.get(SUMMARY).expect(200).text()).doesNotContain("\"contacts\":2");
        assertThat(other.client(platform)
                        .get(SUMMARY)
                        .expect(200)
                        .json()
                        .at("/crm/contacts")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void hooks_hear_of_users_and_of_signing_in_where_their_plugin_is_enabled() {
        String id = Published.freshId();
        Published.upload(
                platform,
                PluginJar.of(id, "1.0.0")
                        .source("Users", HANDLER.formatted("core.user.created", "Users", "Users"))
                        .source("Logins", HANDLER.formatted("core.auth.login", "Logins", "Logins")));
        Published.install(platform, tenant, id);
        String shared = "/api/v1/shared-data/" + id + "/";

        Answer user = admin.post(
                        "/api/v1/users",
                        Map.of("email", "bo@" + tenant.slug() + ".example", "password", "Some-Pass-0-Word"))
                .expect(201);
        Published.soon()
                .untilAsserted(() -> assertThat(admin.get(shared + "core.user.created")
                                .expect(200)
                                .at("/value/userId"))
                        .isEqualTo(user.at("/id")));
        platform.token(new Login(tenant.slug(), "bo@" + tenant.slug() + ".example", "Some-Pass-0-Word"));
        Published.soon()
                .untilAsserted(() -> assertThat(admin.get(shared + "core.auth.login")
                                .expect(200)
                                .at("/value/username"))
                        .isEqualTo("bo@" + tenant.slug() + ".example"));
    }

    @Test
    void shared_data_belongs_to_a_plugin_and_is_opened_by_grants() {
        String owner = Published.freshId();
        String guest = Published.freshId();
        Published.probe(platform, tenant, owner);
        Published.upload(platform, PluginJar.of(guest, "1.0.0").source("Thief", THIEF));
        Published.install(platform, tenant, guest);
        String shared = "/api/v1/shared-data/" + owner;
        Answer key = admin.post("/api/v1/api-keys", Map.of("name", owner, "permissions", List.of(owner + ":*")))
                .expect(201);
        Http plugin = platform.http().as(key.at("/key"));

        Answer put = plugin.put(shared + "/colours", Map.of("value", Map.of("urgent", "red"), "ttlSeconds", 60))
                .expect(200);
        assertThat(put.at("/value/urgent")).isEqualTo("red");
        assertThat(put.json().path("ttlSeconds").asInt()).isBetween(50, 60);
        plugin.put(shared + "/colours", Map.of("ttlSeconds", 0)).refused(400, "validation-failed");
        plugin.put(shared + "/" + "x".repeat(201), Map.of("value", 1)).refused(400, "validation-failed");
        plugin.put("/api/v1/shared-data/" + guest + "/a", Map.of("value", 1)).refused(403, "permission-denied");
        plugin.get("/api/v1/shared-data/nobody-here/a").refused(403, "permission-denied");
        admin.get("/api/v1/shared-data/nobody-here/a").refused(404, "not-found");
        platform.http().get(shared + "/colours").refused(401, "unauthenticated");

        String take = "/api/plugins/" + guest + "/take/" + owner + "/colours";
        admin.get(take).refused(403, "permission-denied");
        plugin.put(shared + "/grants", Map.of("grants", List.of(Map.of("plugin", guest, "access", "READ"))))
                .expect(200);
        assertThat(admin.get(take).expect(200).at("/value/urgent")).isEqualTo("red");
        assertThat(admin.get("/api/v1/audit-log?action=core.shared-data.granted")
                        .expect(200)
                        .text())
                .contains(owner, guest);

        TestTenant other = TestTenant.create(platform);
        Published.install(platform, other, owner);
        other.client(platform).get(shared + "/colours").refused(404, "not-found");
        plugin.delete(shared + "/colours").expect(204);
        plugin.delete(shared + "/colours").refused(404, "not-found");
    }

    @Test
    void the_shell_lists_shows_puts_and_removes_shared_data() {
        String owner = Published.freshId();
        Published.probe(platform, tenant, owner);
        String at = tenant.slug() + " " + owner;

        JsonNode put = platform.shell().json("plugin:shared-data --ttl 60 " + at + " colours '{\"urgent\":\"red\"}'");
        assertThat(put.at("/value/urgent").asText()).isEqualTo("red");
        assertThat(put.path("ttlSeconds").asInt()).isBetween(1, 60);
        assertThat(put.path("updatedBy").asText()).isEqualTo("system");
        assertThat(admin.get("/api/v1/shared-data/" + owner + "/colours")
                        .expect(200)
                        .at("/value/urgent"))
                .isEqualTo("red");
        assertThat(platform.shell().run("plugin:shared-data " + at + " greeting hello"))
                .contains("\"hello\"");
        assertThat(platform.shell().json("plugin:shared-data " + at).findValuesAsText("key"))
                .containsExactly("colours", "greeting");
        assertThat(platform.shell().run("plugin:shared-data --remove --yes " + at + " colours"))
                .contains("is removed");
        admin.get("/api/v1/shared-data/" + owner + "/colours").refused(404, "not-found");
        assertThat(platform.shell().run("plugin:shared-data " + at + " colours"))
                .contains("no value under 'colours'");
        assertThat(platform.shell().run("plugin:shared-data --remove " + at)).contains("--remove takes a key");
    }

    @Test
    void the_shell_lists_services_and_a_provider_that_leaves_restarts_nobody() {
        TestTenant shop = TestTenant.create(platform);
        Published.install(platform, shop, "analytics");
        Published.install(platform, shop, "crm");

        assertThat(platform.shell().json("plugin:services " + shop.slug()).toString())
                .contains(STATISTICS, "crm");
        shop.client(platform).delete(shop.plugin("crm")).expect(204);
        assertThat(shop.client(platform)
                        .get(SUMMARY)
                        .expect(200)
                        .json()
                        .at("/crm/available")
                        .asBoolean())
                .isFalse();
    }
}
