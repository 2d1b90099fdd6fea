package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.Probe;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A plugin is set up by the tenant and its workspaces, keeps its secrets, and follows without a restart. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigurationIT {

    private static final String GREETER = """
            package {{package}};

            import io.plexica.api.configuration.*;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.util.Map;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;

            @Component(service = {Greeter.class, ConfigurationListener.class})
            @PlexicaResource
            @Path("/greeting")
            @Produces("application/json")
            public class Greeter implements ConfigurationListener {
                private final PluginConfiguration own;
                private volatile String heard = "nothing";

                @Activate
                public Greeter(@Reference PluginConfiguration own) {
                    this.own = own;
                }

                @Override
                public void configurationChanged(ConfigurationChange change) {
                    heard = change.workspace() == null ? "tenant" : change.workspace().slug();
                }

                @GET @Authenticated
                public Map<String, Object> greeting() {
                    return Map.of(
                            "greeting", own.text("greeting").orElse("-"),
                            "keyEndsWith", own.secret("apiKey").map(key -> key.substring(key.length() - 2)).orElse("-"),
                            "shouting", own.featureEnabled("shouting"),
                            "heard", heard);
                }
            }
            """;

    private static final Map<String, Object> CONFIGURATION = Map.of(
            "schema",
            Map.of(
                    "type",
                    "object",
                    "additionalProperties",
                    false,
                    "properties",
                    Map.of(
                            "greeting", Map.of("type", "string", "minLength", 2),
                            "times", Map.of("type", "integer", "minimum", 1),
                            "apiKey", Map.of("type", "string", "minLength", 8))),
            "defaults",
            Map.of("greeting", "hello"),
            "secrets",
            List.of("apiKey"));

    private final Platform platform;
    private final String id = Published.freshId();
    private Company company;
    private Http admin;

    ConfigurationIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void publish() {
        company = Company.found(platform);
        admin = company.admin();
        PluginJar jar = PluginJar.of(id, "1.0.0").source("Greeter", GREETER).manifest(manifest -> {
            manifest.putPOJO("configuration", CONFIGURATION);
            manifest.putArray("features")
                    .addObject()
                    .put("key", "shouting")
                    .put("name", "Shouting")
                    .put("default", false);
        });
        Published.upload(platform, jar);
    }

    @AfterAll
    void close() throws SQLException {
        company.close();
        platform.boss().delete("/api/v1/plugins/" + id + "/versions/1.0.0").expect(204);
    }

    @Test
    void an_installation_comes_with_settings_that_the_tenant_and_its_workspaces_change() {
        String path = company.tenant().plugin(id);
        admin.get(path + "/configuration").refused(404, "not-found");
        admin.post(path + "/install", Map.of("configuration", Map.of("greeting", "x", "tines", 1)))
                .refused(400, "validation-failed")
                .pointsAt("/configuration/greeting", "/configuration/tines");
        admin.get(path).refused(404, "not-found");
        admin.post(path + "/install", Map.of("configuration", Map.of("greeting", "moin", "apiKey", "very-s3cret-1")))
                .expect(201);
        assertThat(greeting(null).at("/greeting")).isEqualTo("moin");
        assertThat(greeting(null).at("/keyEndsWith")).isEqualTo("-1");

        theTenantsLevel(path + "/configuration");
        theWorkspacesLevel(path + "/configuration");
        secretsStayWhereTheyAre(path + "/configuration");
        aWorkspaceGoesItsOwnWay();
        theShellDoesTheSame();
    }

    private void theTenantsLevel(String path) {
        Answer present = admin.get(path).expect(200);
        assertThat(present.json().path("values").toString()).isEqualTo("{\"greeting\":\"moin\"}");
        assertThat(present.at("/origins/greeting")).isEqualTo("tenant");
        assertThat(present.json().at("/schema/properties/apiKey/writeOnly").asBoolean())
                .isTrue();
        assertThat(present.at("/schema/properties/greeting/default")).isEqualTo("hello");
        assertThat(present.at("/changedBy/email"))
                .isEqualTo(company.tenant().admin().username());

        admin.put(path, Map.of("values", Map.of("greeting", "x", "times", 0, "apiKey", "short")))
                .refused(400, "validation-failed")
                .pointsAt("/values/greeting", "/values/times", "/values/apiKey");
        admin.put(path, Map.of("vales", Map.of())).refused(400, "validation-failed");
        admin.put(path, Map.of()).refused(400, "validation-failed").pointsAt("/values");
        platform.as(company.viewer()).put(path, Map.of("values", Map.of())).refused(403, "permission-denied");
        platform.as(company.viewer()).get(path).expect(200);
        platform.as("globex", "admin").get(path).refused(403, "tenant-mismatch");

        Http based = admin.with("If-Match", present.header("ETag"));
        based.put(path, Map.of("values", Map.of("greeting", "servus"))).expect(200);
        based.put(path, Map.of("values", Map.of("greeting", "hey"))).refused(412, "precondition-failed");
        assertThat(greeting(null).at("/greeting")).isEqualTo("servus");
        soon().until(() -> greeting(null).at("/heard").equals("tenant"));
        admin.put(path, Map.of("values", Map.of())).expect(200);
        assertThat(admin.get(path).at("/origins/greeting")).isEqualTo("default");
    }

    private void theWorkspacesLevel(String path) {
        String north = workspace("north");
        String there = path + "?workspace=" + north;
        JsonNode set = admin.put(there, Map.of("values", Map.of("greeting", "sell")))
                .expect(200)
                .json();
        assertThat(set.at("/origins/greeting").asText()).isEqualTo("workspace");
        assertThat(greeting(north).at("/greeting")).isEqualTo("sell");
        assertThat(greeting(null).at("/greeting")).isEqualTo("hello");
        soon().until(() -> greeting(null).at("/heard").equals("north"));
        assertThat(admin.get(there + "&effective=false").json().path("values").size())
                .isEqualTo(1);
        admin.get(path + "?workspace=" + UUID.randomUUID()).refused(404, "not-found");

        Http keeper = platform.as(company.person("keeper", "viewer"));
        keeper.put(there, Map.of("values", Map.of())).refused(403, "permission-denied");
        String keeperId = company.id(company.login("keeper", "Some-Password-keeper"));
        admin.post("/api/v1/workspaces/" + north + "/members", Map.of("userId", keeperId, "role", "ADMIN"))
                .expect(201);
        keeper.put(there, Map.of("values", Map.of("greeting", "keep"))).expect(200);
        keeper.put(path, Map.of("values", Map.of())).refused(403, "permission-denied");
        assertThat(greeting(north).at("/greeting")).isEqualTo("keep");
    }

    private void secretsStayWhereTheyAre(String path) {
        Answer set = admin.put(path, Map.of("values", Map.of("apiKey", "very-s3cret-2")))
                .expect(200);
        assertThat(set.json().at("/secrets/apiKey/set").asBoolean()).isTrue();
        assertThat(set.json().path("values").has("apiKey")).isFalse();
        assertThat(greeting(null).at("/keyEndsWith")).isEqualTo("-2");
        admin.put(path, Map.of("values", Map.of("times", 2))).expect(200);
        assertThat(greeting(null).at("/keyEndsWith")).isEqualTo("-2");

        String log = admin.get("/api/v1/audit-log?action=core.plugin.configured&size=200")
                .expect(200)
                .text();
        assertThat(log).contains("secretsChanged").doesNotContain("s3cret");
        assertThat(admin.get(path).expect(200).text()).doesNotContain("s3cret");
        assertThat(platform.shell().run("plugin:config " + company.tenant().slug() + " " + id))
                .doesNotContain("s3cret");

        admin.put(path, Map.of("values", Collections.singletonMap("apiKey", null)))
                .expect(200);
        assertThat(greeting(null).at("/keyEndsWith")).isEqualTo("-");
    }

    private void aWorkspaceGoesItsOwnWay() {
        String lab = workspace("lab");
        String path = "/api/v1/workspaces/" + lab + "/plugins/" + id;
        JsonNode standard = admin.get(path).expect(200).json();
        assertThat(standard.path("enabled").asBoolean()).isTrue();
        assertThat(standard.path("configuration").isEmpty()).isTrue();

        admin.put(path, Map.of("enabledFeatures", List.of("shouting"))).expect(200);
        assertThat(greeting(lab).json().path("shouting").asBoolean()).isTrue();
        assertThat(greeting(null).json().path("shouting").asBoolean()).isFalse();
        admin.put(path, Map.of("enabledFeatures", List.of("singing")))
                .refused(400, "validation-failed")
                .pointsAt("/enabledFeatures/0");

        admin.put(path, Map.of("enabled", false)).expect(200);
        admin.with("X-Workspace-Id", lab)
                .get("/api/plugins/" + id + "/greeting")
                .refused(403, "plugin-not-enabled");
        assertThat(greeting(null).status()).isEqualTo(200);
        assertThat(plugins(lab)).doesNotContain(id);
        assertThat(plugins(null)).contains(id);
        admin.put(path, Map.of("enabled", true)).expect(200);
        assertThat(greeting(lab).json().path("shouting").asBoolean()).isTrue();

        platform.as("globex", "admin").get(path).refused(404, "not-found");
        platform.as(company.viewer()).put(path, Map.of("enabled", false)).refused(403, "permission-denied");
        String other = Published.freshId();
        Published.upload(platform, Probe.version(other, "1.0.0"));
        admin.get("/api/v1/workspaces/" + lab + "/plugins/" + other).refused(404, "not-found");
        platform.boss().delete("/api/v1/plugins/" + other + "/versions/1.0.0").expect(204);
        admin.delete("/api/v1/workspaces/" + lab).expect(204);
    }

    private void theShellDoesTheSame() {
        String slug = company.tenant().slug();
        JsonNode set = platform.shell().json("plugin:config " + slug + " " + id + " greeting=ahoy times=3");
        assertThat(set.at("/values/times").asInt()).isEqualTo(3);
        assertThat(greeting(null).at("/greeting")).isEqualTo("ahoy");
        JsonNode unset = platform.shell().json("plugin:config --unset times " + slug + " " + id);
        assertThat(unset.path("values").has("times")).isFalse();
        assertThat(platform.shell().run("plugin:config " + slug + " " + id + " greeting=x"))
                .contains("/values/greeting");

        JsonNode off = platform.shell().json("plugin:workspace --off " + slug + " " + id + " north");
        assertThat(off.path("enabled").asBoolean()).isFalse();
        platform.shell().run("plugin:workspace --on " + slug + " " + id + " north");
    }

    @Test
    void the_crm_takes_the_default_currency_for_deals_without_one() {
        String contact = admin.post("/api/plugins/crm/contacts", Map.of("name", "Ann"))
                .expect(201)
                .at("/id");
        Map<String, Object> deal = Map.of("title", "Roof", "contactId", contact, "amount", 10);
        admin.post("/api/plugins/crm/deals", deal)
                .refused(400, "validation-failed")
                .pointsAt("/currency");

        admin.put(company.tenant().plugin("crm") + "/configuration", Map.of("values", Map.of("defaultCurrency", "CHF")))
                .expect(200);

        assertThat(admin.post("/api/plugins/crm/deals", deal).expect(201).at("/currency"))
                .isEqualTo("CHF");
    }

    private Answer greeting(String workspace) {
        Http client = workspace == null ? admin : admin.with("X-Workspace-Id", workspace);
        return client.get("/api/plugins/" + id + "/greeting").expect(200);
    }

    private String plugins(String workspace) {
        Http client = workspace == null ? admin : admin.with("X-Workspace-Id", workspace);
        return client.get("/api/v1/auth/me").expect(200).json().path("plugins").toString();
    }

    private String workspace(String slug) {
        return admin.post("/api/v1/workspaces", Map.of("name", slug, "slug", slug))
                .expect(201)
                .at("/id");
    }
}
