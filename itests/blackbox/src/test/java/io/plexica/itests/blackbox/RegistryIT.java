package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static io.plexica.itests.blackbox.Published.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.Shell;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Versions through their states, and their way to many tenants. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryIT {

    private final Platform platform;
    private TestTenant acorn;
    private TestTenant birch;

    RegistryIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createTenants() {
        acorn = TestTenant.create(platform);
        birch = TestTenant.create(platform);
    }

    @Test
    void a_deprecated_version_warns_and_a_retired_one_is_given_to_nobody() {
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0"));
        String instead = Published.freshId();
        Published.upload(platform, Probe.version(instead, "2.0.0"));
        Http boss = platform.boss();
        Answer read = boss.get(of(id, "1.0.0")).expect(200);

        Answer deprecated = boss.with("If-Match", read.header("ETag"))
                .post(
                        of(id, "1.0.0") + "/deprecate",
                        Map.of("replacement", instead + "@2.0.0", "endOfLife", "2099-01-31"))
                .expect(200);
        assertThat(deprecated.at("/status")).isEqualTo("DEPRECATED");
        assertThat(deprecated.at("/replacement")).isEqualTo(instead + "@2.0.0");
        assertThat(deprecated.at("/endOfLife")).isEqualTo("2099-01-31");
        boss.with("If-Match", read.header("ETag"))
                .post(of(id, "1.0.0") + "/retire")
                .refused(412, "precondition-failed");
        assertThat(boss.get("/api/v1/plugins?status=DEPRECATED&q=" + id).at("/items/0/id"))
                .isEqualTo(id);
        assertThat(boss.get("/api/v1/plugins?status=AVAILABLE&q=" + id).at("/total"))
                .isEqualTo("0");
        boss.get("/api/v1/plugins?status=OLD").refused(400, "validation-failed").pointsAt("/status");

        Answer installed = acorn.client(platform)
                .post(acorn.plugin(id) + "/install", Map.of())
                .expect(201);
        assertThat(installed.at("/warnings/0")).contains("is deprecated", "2.0.0", "2099-01-31");
        boss.post(of(id, "1.0.0") + "/retire").expect(200);
        version(acorn.client(platform), id).expect(200);
        assertThat(birch.client(platform)
                        .post(birch.plugin(id) + "/install", Map.of("version", "1.0.0"))
                        .refused(409, "conflict")
                        .at("/detail"))
                .startsWith("version-retired");
        assertThat(boss.post(of(id, "1.0.0") + "/deprecate", Map.of())
                        .refused(409, "conflict")
                        .at("/detail"))
                .contains("release it first");
        assertThat(boss.post(of(id, "1.0.0") + "/release").expect(200).at("/status"))
                .isEqualTo("AVAILABLE");
        Published.install(platform, birch, id);
    }

    @Test
    void a_quarantined_version_answers_nobody_until_it_is_released() {
        String id = Published.freshId();
        Published.probe(platform, acorn, id);
        Http client = acorn.client(platform);
        Http boss = platform.boss();
        version(client, id).expect(200);

        Answer stopped = boss.post(of(id, "1.0.0") + "/quarantine", Map.of("reason", "it leaks"))
                .expect(200);
        assertThat(stopped.at("/status")).isEqualTo("QUARANTINED");
        assertThat(stopped.at("/reason")).isEqualTo("it leaks");

        Answer refused = version(client, id).refused(503, "plugin-unavailable");
        assertThat(refused.at("/plugin")).isEqualTo(id);
        assertThat(refused.at("/detail")).contains("it leaks");
        assertThat(client.get(acorn.plugin(id)).at("/warnings/0")).contains("it leaks");
        birch.client(platform).post(birch.plugin(id) + "/install", Map.of()).refused(409, "conflict");
        assertThat(platform.http().get("/health/ready").status()).isEqualTo(200);

        boss.post(of(id, "1.0.0") + "/release").expect(200);
        assertThat(version(client, id).expect(200).at("/version")).isEqualTo("1.0.0");
        List<String> audited = boss.get("/api/v1/audit-log?resource=" + id + "@1.0.0&sort=at")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("action");
        assertThat(audited)
                .containsSubsequence("core.plugin.published", "core.plugin.quarantined", "core.plugin.released");
    }

    @Test
    void states_are_for_super_admins_and_wrong_words_are_refused_with_pointers() {
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0"));

        for (String action : List.of("deprecate", "retire", "quarantine", "release")) {
            String path = of(id, "1.0.0") + "/" + action;
            acorn.client(platform).post(path, Map.of()).refused(403, "permission-denied");
            platform.http().post(path, Map.of()).refused(401, "unauthenticated");
            platform.boss().post(of(id, "9.0.0") + "/" + action, Map.of()).refused(404, "plugin-not-found");
        }
        platform.boss()
                .post(of(id, "1.0.0") + "/deprecate", Map.of("replacement", "?", "endOfLife", "soon"))
                .refused(400, "validation-failed")
                .pointsAt("/replacement", "/endOfLife");
        acorn.client(platform)
                .post("/api/v1/plugins/" + id + "/rollouts", Map.of("version", "1.0.0"))
                .refused(403, "permission-denied");
        platform.boss()
                .post("/api/v1/plugins/" + id + "/rollouts", Map.of("percentage", 0, "plan", "pro"))
                .refused(400, "validation-failed")
                .pointsAt("/version", "", "/percentage");
        platform.boss()
                .post(
                        "/api/v1/plugins/" + id + "/rollouts",
                        Map.of("version", "1.0.0", "tenants", List.of(acorn.slug())))
                .refused(400, "validation-failed")
                .pointsAt("/tenants/0");
    }

    @Test
    void a_version_is_rolled_out_to_a_part_and_then_to_all() {
        String id = Published.freshId();
        Published.probe(platform, acorn, id);
        Published.install(platform, birch, id);
        Published.upload(platform, Probe.version(id, "2.0.0"));
        String path = "/api/v1/plugins/" + id + "/rollouts";

        Answer half = platform.boss()
                .post(path, Map.of("version", "2.0.0", "percentage", 50))
                .expect(200);
        assertThat(half.at("/status")).isEqualTo("SUCCEEDED");
        assertThat(half.at("/result/outcome")).isEqualTo("COMPLETED");
        assertThat(half.json().at("/result/moved")).hasSize(1);

        Answer accepted = platform.boss()
                .with("Prefer", "respond-async")
                .post(path, Map.of("version", "2.0.0"))
                .expect(202);
        soon().until(() ->
                !platform.boss().get(accepted.header("Location")).at("/status").equals("RUNNING"));
        JsonNode result =
                platform.boss().get(accepted.header("Location")).json().path("result");
        assertThat(result.path("moved")).hasSize(1);
        assertThat(result.path("unchanged")).hasSize(1);
        assertThat(result.path("failed")).isEmpty();
        for (TestTenant tenant : List.of(acorn, birch)) {
            assertThat(version(tenant.client(platform), id).at("/version")).isEqualTo("2.0.0");
        }
    }

    @Test
    void versions_tell_what_they_get_along_with() {
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0").manifest(manifest -> {
            manifest.put("platform", "[1.0,2)");
            manifest.putArray("conflicts").add("other");
            manifest.putArray("dependencies")
                    .addObject()
                    .put("plugin", "crm")
                    .put("version", "[1,9)")
                    .put("optional", true);
        }));

        JsonNode compatibility = platform.boss()
                .get("/api/v1/plugins/" + id + "/versions")
                .expect(200)
                .json()
                .at("/items/0/compatibility");

        assertThat(compatibility.path("platform").asText()).isEqualTo("[1.0,2)");
        assertThat(compatibility.path("runs").asBoolean()).isTrue();
        assertThat(compatibility.at("/needs/0/plugin").asText()).isEqualTo("crm");
        assertThat(compatibility.at("/needs/0/optional").asBoolean()).isTrue();
        assertThat(compatibility.at("/conflicts/0").asText()).isEqualTo("other");
    }

    @Test
    void a_wrong_manifest_is_refused_with_key_line_and_what_was_probably_meant() {
        String id = Published.freshId();
        String text = """
                {
                  "id": "{{id}}", "name": "Test", "version": "1.0.0",
                  "descripton": "x",
                  "dependencies": [
                    {"plugin": "crm", "versoin": "[1,2)"}
                  ]
                }
                """;

        String errors = platform.boss()
                .upload(Probe.version(id, "1.0.0").manifestText(text).build(Published.folder()))
                .refused(422, "plugin-invalid")
                .pointsAt("/descripton", "/dependencies/0/versoin", "/dependencies/0/version")
                .json()
                .path("errors")
                .toString();

        assertThat(errors)
                .contains("did you mean 'description'? (line 3)", "did you mean 'version'? (line 5)")
                .contains("is missing (line 5)");
    }

    @Test
    void a_customers_own_plugin_is_seen_by_nobody_else() {
        String id = Published.freshId();
        Published.upload(
                platform,
                Probe.version(id, "1.0.0")
                        .manifest(manifest -> manifest.putObject("visibility")
                                .putArray("tenants")
                                .add(acorn.slug())));
        Http other = birch.client(platform);

        platform.http().get("/api/v1/plugins/" + id + "/info").refused(404, "plugin-not-found");
        other.get("/api/v1/plugins/" + id).refused(404, "plugin-not-found");
        other.get("/api/v1/plugins/" + id + "/versions").refused(404, "plugin-not-found");
        other.get(of(id, "1.0.0")).refused(404, "plugin-not-found");
        other.post(birch.plugin(id) + "/install", Map.of()).refused(404, "plugin-not-found");
        assertThat(other.get("/api/v1/plugins?q=" + id).at("/total")).isEqualTo("0");
        assertThat(acorn.client(platform).get("/api/v1/plugins?q=" + id).at("/total"))
                .isEqualTo("1");
        Published.install(platform, acorn, id);
    }

    @Test
    void an_operator_does_the_same_from_the_shell() {
        String id = Published.freshId();
        Published.probe(platform, acorn, id);
        Published.upload(platform, Probe.version(id, "2.0.0"));
        Shell shell = platform.shell();

        assertThat(shell.run(
                        "plugin:deprecate --replacement 2.0.0 --end-of-life 2099-01-31 " + id + " 1.0.0",
                        "plugin:list " + acorn.slug(),
                        "plugin:retire " + id + " 1.0.0",
                        "plugin:rollout --tenant " + acorn.slug() + " " + id + " 2.0.0",
                        "plugin:quarantine --yes --reason 'it hangs' " + id + " 1.0.0",
                        "plugin:list",
                        "plugin:release " + id + " 1.0.0",
                        "plugin:publish mvn:http://evil.example!a/b/1"))
                .contains(id + " 1.0.0 is DEPRECATED.", "its end of life is 2099-01-31")
                .contains(id + " 1.0.0 is RETIRED.")
                .contains("1/1 " + acorn.slug() + " is moved from 1.0.0", id + " 2.0.0: 1 moved")
                .contains(id + " 1.0.0 is QUARANTINED.", "no: it hangs")
                .contains("cannot name a repository of its own");
        assertThat(platform.boss().get(of(id, "1.0.0")).at("/status")).isEqualTo("RETIRED");
    }

    private static String of(String id, String version) {
        return "/api/v1/plugins/" + id + "/versions/" + version;
    }
}
