package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static io.plexica.itests.blackbox.Published.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is told before it is done, what is done only if it still holds, and what is taken back when it goes wrong. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewIT {

    private final Platform platform;
    private TestTenant tenant;
    private Http admin;

    PreviewIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createATenant() {
        tenant = TestTenant.create(platform);
        admin = tenant.client(platform);
    }

    @Test
    void an_installation_is_told_and_then_done_exactly_so() {
        String base = Published.freshId();
        String id = Published.freshId();
        Published.upload(platform, Probe.withTable(base, "1.0.0"));
        Published.upload(platform, needing(Probe.withTable(id, "1.0.0"), base, "[1,2)"));

        Answer preview =
                admin.post(tenant.plugin(id) + "/install?dryRun=true", Map.of()).expect(200);

        assertThat(preview.json().path("dryRun").asBoolean()).isTrue();
        assertThat(texts(preview.json().path("steps"), "target")).containsExactly(base + "@1.0.0", id + "@1.0.0");
        assertThat(texts(preview.json().path("steps"), "action")).containsOnly("install");
        assertThat(preview.json().path("migrations").toString()).contains(base + "/V1__things.sql");
        JsonNode gained = preview.json().at("/permissions/gained");
        assertThat(texts(gained, "key")).contains(id + ":things:read", base + ":things:write");
        assertThat(gained.get(0).path("roles").toString()).contains("member");
        assertThat(gained.get(0).path("people").asInt()).isEqualTo(1);
        assertThat(preview.json().path("problems")).isEmpty();
        for (String member : List.of("lost", "publishes")) {
            assertThat(preview.json().findValue(member).isArray()).as(member).isTrue();
        }
        for (String member : List.of("contributions", "contributionsLost", "data", "dependants")) {
            assertThat(preview.json().path(member).isArray()).as(member).isTrue();
        }
        admin.get(tenant.plugin(id)).refused(404, "not-found");
        admin.get(tenant.plugin(base)).refused(404, "not-found");

        Answer done = admin.with("If-Match", '"' + preview.at("/state") + '"')
                .post(tenant.plugin(id) + "/install", Map.of())
                .expect(201);
        assertThat(done.at("/status")).isEqualTo("INSTALLED");
        assertThat(admin.get(tenant.plugin(base)).expect(200).at("/status")).isEqualTo("INSTALLED");
        assertThat(version(admin, base).expect(200).at("/version")).isEqualTo("1.0.0");

        Answer needed = admin.delete(tenant.plugin(base)).refused(409, "conflict");
        assertThat(needed.at("/detail")).startsWith("dependants: ");
        assertThat(needed.json().path("dependants").toString()).contains(id);
        Answer refusal = admin.delete(tenant.plugin(base) + "?dryRun=true&deleteData=true")
                .expect(200);
        assertThat(refusal.json().path("problems").get(0).path("message").asText())
                .startsWith("dependants: ");
        assertThat(texts(refusal.json().path("data"), "table")).containsExactly("things");
        assertThat(refusal.json().path("dependants").toString()).contains(id);
        assertThat(texts(refusal.json().at("/permissions/lost"), "key")).contains(base + ":things:read");
        assertThat(version(admin, base).expect(200).at("/version")).isEqualTo("1.0.0");
    }

    @Test
    void what_was_previewed_is_refused_once_the_state_has_moved() {
        String id = Published.freshId();
        Published.probe(platform, tenant, id);
        Published.upload(platform, Probe.version(id, "1.1.0"));
        String path = tenant.plugin(id) + "/upgrade";
        Map<String, String> body = Map.of("version", "1.1.0");
        String state = admin.post(path + "?dryRun=true", body).expect(200).at("/state");
        assertThat(admin.post(path + "?dryRun=true", body).at("/state")).isEqualTo(state);
        Answer disable = admin.post(tenant.plugin(id) + "/disable?dryRun=true").expect(200);
        assertThat(disable.at("/steps/0/action")).isEqualTo("disable");
        assertThat(texts(disable.json().at("/permissions/lost"), "key")).contains(id + ":things:read");
        assertThat(disable.json().path("contributionsLost").isArray()).isTrue();

        admin.post(tenant.plugin(id) + "/disable").expect(200);

        assertThat(admin.with("If-Match", state)
                        .post(path, body)
                        .refused(409, "conflict")
                        .at("/detail"))
                .startsWith("state-moved: ");
        assertThat(admin.get(tenant.plugin(id)).at("/version")).isEqualTo("1.0.0");
        String now = admin.post(path + "?dryRun=true", body).at("/state");
        Answer moved = admin.with("If-Match", now).post(path, body).expect(200);
        assertThat(moved.at("/version")).isEqualTo("1.1.0");
        assertThat(moved.at("/status")).isEqualTo("DISABLED");
    }

    @Test
    void all_that_stands_in_the_way_is_told_at_once() {
        String id = Published.freshId();
        Published.upload(platform, needing(Probe.version(id, "1.0.0"), "no-such-plugin", "[1,2)"));

        Answer preview =
                admin.post(tenant.plugin(id) + "/install?dryRun=true", Map.of()).expect(200);

        assertThat(preview.json().path("problems").get(0).path("code").asText()).isEqualTo("conflict");
        assertThat(preview.json().path("problems").get(0).path("message").asText())
                .contains("no-such-plugin");
        assertThat(admin.post(tenant.plugin(id) + "/install", Map.of())
                        .refused(409, "conflict")
                        .at("/detail"))
                .isEqualTo(
                        preview.json().path("problems").get(0).path("message").asText());
        admin.post(tenant.plugin("no-such-plugin") + "/install?dryRun=true", Map.of())
                .refused(404, "plugin-not-found");
        admin.post(tenant.plugin(id) + "/install?dryRun=perhaps", Map.of()).refused(400, "validation-failed");
        platform.boss()
                .post("/api/v1/tenants/" + tenant.slug() + "/suspend?dryRun=true")
                .refused(400, "validation-failed");
        platform.as("acme", "member")
                .post("/api/v1/tenants/acme/plugins/crm/disable?dryRun=true")
                .refused(403, "permission-denied");
    }

    @Test
    void a_failed_installation_takes_back_what_came_along() {
        String base = Published.freshId();
        String id = Published.freshId();
        Published.upload(platform, Probe.withTable(base, "1.0.0"));
        Published.upload(
                platform, needing(Probe.version(id, "1.0.0"), base, "1").migration("V1__bad.sql", "CREATE NONSENSE"));

        Answer failed = admin.post(tenant.plugin(id) + "/install", Map.of()).refused(500, "plugin-error");

        assertThat(failed.at("/detail")).contains("V1__bad.sql");
        assertThat(admin.get(tenant.plugin(id)).at("/status")).isEqualTo("FAILED");
        Answer taken = admin.get(tenant.plugin(base)).expect(200);
        assertThat(taken.at("/status")).isEqualTo("FAILED");
        assertThat(taken.at("/reason")).startsWith("Taken back");
        version(admin, base).refused(403, "plugin-not-enabled");
    }

    @Test
    void a_version_that_is_not_well_goes_back_by_itself() {
        String id = Published.freshId();
        Published.probe(platform, tenant, id);
        Published.upload(platform, checked(Probe.version(id, "1.1.0"), "/broken"));
        Published.upload(platform, checked(Probe.version(id, "1.2.0"), "/admins"));

        Answer failed = Published.upgrade(platform, tenant, id, "1.1.0").refused(500, "plugin-error");

        assertThat(failed.at("/detail")).contains("health check /broken");
        Answer still = admin.get(tenant.plugin(id)).expect(200);
        assertThat(still.at("/version")).isEqualTo("1.0.0");
        assertThat(still.at("/status")).isEqualTo("INSTALLED");
        assertThat(still.at("/reason")).contains("taken back");
        assertThat(version(admin, id).expect(200).at("/version")).isEqualTo("1.0.0");

        Published.upgrade(platform, tenant, id, "1.2.0").expect(200);
        assertThat(version(admin, id).expect(200).at("/version")).isEqualTo("1.2.0");
        assertThat(admin.get(tenant.plugin(id)).json().path("reason").isNull()).isTrue();
    }

    @Test
    void long_work_goes_on_while_its_caller_does() {
        String id = Published.freshId();
        Published.upload(platform, Probe.withTable(id, "1.0.0"));
        Http patient = admin.with("Prefer", "respond-async");

        Answer accepted = patient.post(tenant.plugin(id) + "/install", Map.of()).expect(202);
        String operation = accepted.header("Location");
        soon().until(() -> admin.get(operation).at("/status").equals("SUCCEEDED"));
        Answer done = admin.get(operation).expect(200);
        assertThat(done.at("/type")).isEqualTo("core.plugin.install");
        assertThat(done.at("/result/status")).isEqualTo("INSTALLED");
        assertThat(done.json().path("progress").asInt()).isEqualTo(100);
        patient.post(tenant.plugin(id) + "/install", Map.of()).refused(409, "conflict");

        Answer removal = patient.delete(tenant.plugin(id) + "?deleteData=true").expect(202);
        soon().until(() -> admin.get(removal.header("Location")).at("/status").equals("SUCCEEDED"));
        assertThat(admin.get(tenant.plugin(id)).at("/status")).isEqualTo("UNINSTALLED");
    }

    @Test
    void a_publication_is_told_with_what_would_change_in_each_tenant() throws Exception {
        String id = Published.freshId();
        Published.probe(platform, tenant, id);
        PluginJar next = Probe.withTable(id, "1.1.0").permission(id + ":things:burn", "member");
        Path jar = next.build(Published.folder());

        Answer preview = dryUpload(jar).expect(200);

        assertThat(preview.at("/steps/0/action")).isEqualTo("publish");
        assertThat(preview.json().path("problems")).isEmpty();
        JsonNode change = StreamSupport.stream(preview.json().path("tenants").spliterator(), false)
                .filter(node -> node.path("tenant").asText().equals(tenant.slug()))
                .findFirst()
                .orElseThrow();
        assertThat(change.path("from").asText()).isEqualTo("1.0.0");
        assertThat(change.path("migrations").toString()).contains("V1__things.sql");
        assertThat(texts(change.at("/permissions/gained"), "key")).containsExactly(id + ":things:burn");
        platform.boss().get("/api/v1/plugins/" + id + "/versions/1.1.0").refused(404, "not-found");

        Answer again = dryUpload(
                        Probe.version(id, "1.0.0").file("other.txt", "x").build(Published.folder()))
                .expect(200);
        assertThat(again.json().path("problems").get(0).path("message").asText())
                .startsWith("version-exists: ");
        Published.upload(platform, next);
    }

    private Answer dryUpload(Path jar) throws Exception {
        return platform.boss()
                .send(
                        "POST",
                        "/api/v1/plugins?dryRun=true",
                        "application/java-archive",
                        BodyPublishers.ofByteArray(Files.readAllBytes(jar)));
    }

    @Test
    void the_shell_shows_the_same() {
        String id = Published.freshId();
        Published.upload(platform, Probe.withTable(id, "1.0.0"));

        String shown = platform.shell().run("plugin:preview " + tenant.slug() + " " + id);

        assertThat(shown)
                .contains("install", id + "@1.0.0", id + "/V1__things.sql", id + ":things:read", "Nothing was done");
        admin.get(tenant.plugin(id)).refused(404, "not-found");
    }

    private static PluginJar needing(PluginJar jar, String plugin, String range) {
        return jar.manifest(manifest -> manifest.putArray("dependencies")
                .addObject()
                .put("plugin", plugin)
                .put("version", range));
    }

    private static PluginJar checked(PluginJar jar, String path) {
        return jar.manifest(manifest -> manifest.putObject("api").put("healthCheck", path));
    }

    private static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.path(member).asText())
                .toList();
    }
}
