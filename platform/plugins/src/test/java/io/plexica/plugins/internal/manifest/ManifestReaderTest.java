package io.plexica.plugins.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManifestReaderTest {

    private static final String IDENTITY = "\"id\":\"crm\",\"name\":\"CRM\",\"version\":\"1.2.0\"";
    private final ManifestReader reader = new ManifestReader();

    @Test
    void a_full_manifest_is_read_into_values_and_kept_whole() {
        ManifestResult result = read("""
                {"$schema":"https://plexica.io/schemas/plugin.schema.json",
                 "id":"crm","name":"CRM","version":"1.2.0-rc.1","description":"d","author":{"name":"A","email":"a@b.example"},
                 "license":"Apache-2.0","category":"sales","tags":["a"],"icon":"i.svg","homepage":"https://a.example",
                 "platform":"[1.0,2)","dependencies":[{"plugin":"billing","version":"[1,2)","optional":true}],
                 "conflicts":["other"],"plans":["pro"],"visibility":{"tenants":["acme"]},
                 "permissions":[{"key":"crm:contacts:read","name":"Read","defaultRoles":["member"],"irreversible":true}],
                 "policies":[{"name":"p","permission":"crm:deals:*","effect":"DENY","conditions":
                    {"all":[{"attribute":"resource.amount","operator":"greaterThan","value":10000}]}}],
                 "api":{"healthCheck":"/health"},"data":{"migrations":"db/","workspaceAware":true},
                 "events":{"publishes":["crm.contact.created"],"subscribes":["billing.invoice.paid"]},
                 "jobs":[{"name":"nightly","schedule":"0 3 * * *","timeout":"PT20M"}],
                 "configuration":{"schema":{"type":"object","properties":{"currency":{"type":"string"}},"required":["currency"]},
                    "defaults":{},"secrets":["currency"]},
                 "features":[{"key":"deals","name":"Deals","default":false}],
                 "services":{"provides":[{"name":"crm","version":"1.0"}],"requires":[{"name":"x","version":"[1,2)"}]},
                 "web":{"remoteEntry":"ui/main.js","routePrefix":"/crm","sandbox":true,"contributions":
                    [{"point":"page","module":"./Page","label":"L","icon":"i","order":1,"permission":"crm:contacts:read"}]},
                 "translations":{"namespaces":["crm"],"locales":["en","it"]},
                 "limits":{"maxConcurrency":10,"timeout":"PT10S","queue":5},"runtime":{"type":"osgi"}}
                """);

        assertThat(result.problems()).isEmpty();
        PluginManifest manifest = result.manifest();
        assertThat(manifest.version().toOsgi()).isEqualTo("1.2.0.rc_1");
        assertThat(manifest.dependencies().get(0).optional()).isTrue();
        assertThat(manifest.visibility().tenants()).containsExactly("acme");
        assertThat(manifest.permissions().get(0).irreversible()).isTrue();
        assertThat(manifest.data().migrations()).isEqualTo("db");
        assertThat(manifest.jobs().get(0).timeout()).hasMinutes(20);
        assertThat(manifest.features().get(0).enabledByDefault()).isFalse();
        assertThat(result.raw()).containsKeys("policies", "web", "limits");
        assertThat(reader.accepted(reader.raw(reader.write(result.raw())))).isEqualTo(manifest);
    }

    @Test
    void what_is_left_out_is_empty() {
        PluginManifest manifest = read("{" + IDENTITY + "}").manifest();

        assertThat(manifest.visibility().isPublic()).isTrue();
        assertThat(manifest.data().migrations()).isNull();
        assertThat(manifest.permissions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "permisions, permissions",
        "Version, version",
        "dependancies, dependencies",
    })
    void an_unknown_key_is_named_with_the_one_that_was_probably_meant(String wrong, String right) {
        assertThat(problems("{" + IDENTITY + ",\"" + wrong + "\":[]}"))
                .containsExactly("/" + wrong + " is unknown; did you mean '" + right + "'?");
    }

    @Test
    void unknown_keys_deep_inside_are_named_too() {
        assertThat(problems("{" + IDENTITY
                        + ",\"permissions\":[{\"key\":\"crm:a:b\",\"name\":\"n\",\"defaultRole\":[]}],\"zzzzzzzz\":1}"))
                .containsExactly(
                        "/permissions/0/defaultRole is unknown; did you mean 'defaultRoles'?", "/zzzzzzzz is unknown");
    }

    @Test
    void all_problems_are_reported_at_once() {
        assertThat(problems("{\"id\":\"Crm\",\"version\":\"1\",\"tags\":\"x\",\"nam\":\"n\"}"))
                .hasSize(5)
                .anyMatch(problem -> problem.startsWith("/id "))
                .anyMatch(problem -> problem.startsWith("/version "))
                .anyMatch(problem -> problem.startsWith("/tags "))
                .contains("/nam is unknown; did you mean 'name'?", "/name is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "plexica", "admin", "api", "public"})
    void ids_of_the_platform_are_reserved(String id) {
        assertThat(problems("{\"id\":\"" + id + "\",\"name\":\"n\",\"version\":\"1.0.0\"}"))
                .containsExactly("/id '" + id + "' is reserved for the platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-a", "a-", "a--b", "1a", "a_b", "aaaaaaaaaaaaaaaaaaaaa", "crm.x", "", "Ä"})
    void ids_have_one_form(String id) {
        assertThat(problems("{\"id\":\"" + id + "\",\"name\":\"n\",\"version\":\"1.0.0\"}"))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("/id "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "01.0.0", "1.0.0-", "v1.0.0", "1.0.0-01", "1.0.0 "})
    void versions_are_semantic(String version) {
        assertThat(problems("{\"id\":\"crm\",\"name\":\"n\",\"version\":\"" + version + "\"}"))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("/version "));
    }

    @Test
    void permissions_are_under_the_plugins_own_id_once_and_for_system_roles() {
        assertThat(problems("{" + IDENTITY + ",\"permissions\":["
                        + "{\"key\":\"crmx:a:b\",\"name\":\"n\"},"
                        + "{\"key\":\"crm:a:b\",\"name\":\"n\"},{\"key\":\"crm:a:b\",\"name\":\"n\"},"
                        + "{\"key\":\"crm:a:*\",\"name\":\"n\"},"
                        + "{\"key\":\"crm:a:c\",\"name\":\"n\",\"defaultRoles\":[\"king\"]}]}"))
                .contains(
                        "/permissions/0/key 'crmx:a:b' does not begin with 'crm:', the plugin's own id",
                        "/permissions/2/key 'crm:a:b' is there more than once")
                .anyMatch(problem -> problem.startsWith("/permissions/3/key "))
                .anyMatch(problem -> problem.startsWith("/permissions/4/defaultRoles/0 "))
                .hasSize(4);
    }

    @Test
    void a_key_that_is_there_twice_is_refused() {
        assertThat(problems("{" + IDENTITY + ",\"id\":\"other\"}"))
                .singleElement()
                .asString()
                .contains("Duplicate field 'id'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "nonsense", "{\"id\":\"crm\"", "{} {}", "null", "{\"a\":01}"})
    void what_is_no_json_object_is_refused(String text) {
        assertThat(problems(text)).hasSize(1);
    }

    @Test
    void json_that_is_too_deep_is_refused() {
        assertThat(problems("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}"))
                .hasSize(1);
    }

    @Test
    void settings_must_have_a_valid_schema_that_refers_to_nothing_elsewhere() {
        assertThat(problems("{" + IDENTITY + ",\"configuration\":{\"schema\":{\"type\":\"strin\"}}}"))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("/configuration/schema"));
        assertThat(problems(
                        "{" + IDENTITY + ",\"configuration\":{\"schema\":{\"$ref\":\"http://127.0.0.1:1/x.json\"}}}"))
                .containsExactly("/configuration/schema/$ref refers to another document: only '#…' is possible");
    }

    @Test
    void defaults_fit_the_schema_and_secrets_are_settings() {
        assertThat(problems("{" + IDENTITY
                        + ",\"configuration\":{\"schema\":{\"properties\":{\"a\":{\"type\":\"integer\"}}},"
                        + "\"defaults\":{\"a\":\"x\"},\"secrets\":[\"b\"]}}"))
                .contains("/configuration/secrets/0 'b' is no setting of the schema")
                .anyMatch(problem -> problem.startsWith("/configuration/defaults/a "))
                .hasSize(2);
    }

    @Test
    void neighbours_and_events_are_checked() {
        assertThat(problems("{" + IDENTITY + ",\"dependencies\":[{\"plugin\":\"crm\",\"version\":\"1\"},"
                        + "{\"plugin\":\"aa\",\"version\":\"[1,x)\"}],\"conflicts\":[\"aa\"],"
                        + "\"events\":{\"publishes\":[\"billing.a.b\"]},\"runtime\":{\"type\":\"remote\"}}"))
                .contains(
                        "/dependencies/0/plugin is the plugin itself",
                        "/conflicts/0 'aa' is also among the dependencies",
                        "/events/publishes/0 'billing.a.b' does not begin with 'crm.', the plugin's own id",
                        "/runtime/type 'remote' is not supported by this platform: only 'osgi' is")
                .anyMatch(problem -> problem.startsWith("/dependencies/1/version "))
                .hasSize(5);
    }

    @Test
    void visibility_is_public_or_names_tenants() {
        assertThat(problems("{" + IDENTITY + ",\"visibility\":\"private\"}"))
                .containsExactly(
                        "/visibility must be \"public\", or {\"tenants\": […]} with at least one tenant's slug, each once");
        assertThat(problems("{" + IDENTITY + ",\"visibility\":\"public\"}")).isEmpty();
    }

    private List<String> problems(String json) {
        return read(json).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    private ManifestResult read(String json) {
        return reader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
