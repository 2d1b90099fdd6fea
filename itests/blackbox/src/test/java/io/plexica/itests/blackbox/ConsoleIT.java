package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Json;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.TestTenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages into which browsers load the console, and what they learn of plugins. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final Pattern NONCE = Pattern.compile("script-src 'self' 'nonce-([^']+)'");
    private static final Pattern BOOT = Pattern.compile("id=\"plexica-boot\"[^>]*>(.*)</script>");
    private static final Pattern ENTRY = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"");
    private static final String MODULE = "export default () => 'notes';";

    private final Platform platform;
    private TestTenant tenant;
    private String plugin;

    ConsoleIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void publish() {
        tenant = TestTenant.create(platform);
        plugin = Published.freshId();
        Published.upload(platform, notes(plugin, "1.0.0"));
        Published.install(platform, tenant, plugin);
    }

    @AfterAll
    void removeTenant() {
        platform.boss()
                .delete("/api/v1/tenants/" + tenant.slug() + "?mode=hard")
                .expect(204);
        platform.http().get("/t/" + tenant.slug() + "/").expect(404);
    }

    @Test
    void a_tenant_finds_its_shell_by_path_and_by_host() {
        for (Answer page : List.of(
                at("localhost").get("/t/acme/crm/contacts"),
                at("acme.localhost").get("/crm/contacts"))) {
            page.expect(200);
            assertThat(boot(page).path("app").asText()).isEqualTo("shell");
            assertThat(boot(page).path("tenant").asText()).isEqualTo("acme");
            assertThat(boot(page).path("issuer").asText()).endsWith("/realms/tenant-acme");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(at("localhost").get("/t/acme").expect(302).header("Location"))
                .isEqualTo("/t/acme/");
        assertThat(boot(at("localhost").get("/").expect(200)).path("tenant").isNull())
                .isTrue();
    }

    @Test
    void a_page_lets_scripts_run_by_a_word_that_is_never_used_again() {
        Answer page = at("localhost").get("/t/acme/").expect(200);
        String nonce = nonce(page);

        assertThat(page.text()).contains("<script type=\"importmap\" nonce=\"" + nonce + "\">", "\"integrity\":{");
        assertThat(nonce(at("localhost").get("/t/acme/"))).isNotEqualTo(nonce);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "connect-src 'self' http://localhost:" + platform.port("KEYCLOAK"));
    }

    @Test
    void what_is_no_tenant_gets_one_and_the_same_page() {
        String unknown = words(at("localhost").get("/t/never-was/crm").expect(404));

        assertThat(unknown).contains("Nobody works at this address");
        assertThat(words(at("never-was.localhost").get("/").expect(404))).isEqualTo(unknown);
        assertThat(words(at("acme.localhost").get("/t/globex/").expect(404))).isEqualTo(unknown);
        assertThat(at("localhost")
                        .with("Accept-Language", "it")
                        .get("/t/never-was/")
                        .expect(404)
                        .text())
                .contains("A questo indirizzo non lavora nessuno");
    }

    @Test
    void super_admins_have_a_host_without_tenants_and_plugins() {
        Http admin = at("admin.localhost");
        Answer page = admin.get("/tenants").expect(200);

        assertThat(boot(page).path("app").asText()).isEqualTo("admin");
        assertThat(page.text()).doesNotContain("/console/shell/");
        admin.get("/t/acme/").expect(404);
        admin.get(entry(at("localhost").get("/t/acme/"))).refused(404, "not-found");
        admin.get(file("main.js")).refused(404, "not-found");
        admin.get(entry(page)).expect(200);
    }

    @Test
    void built_files_are_kept_for_good_and_travel_packed() {
        String entry = entry(at("localhost").get("/t/acme/"));
        Answer plain = at("localhost").get(entry).expect(200);
        Answer packed =
                at("localhost").with("Accept-Encoding", "gzip, br").get(entry).expect(200);

        assertThat(plain.header("Cache-Control")).contains("immutable");
        assertThat(plain.header("Content-Type")).startsWith("text/javascript");
        assertThat(packed.header("Content-Encoding")).isEqualTo("br");
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
        assertThat(Integer.parseInt(packed.header("Content-Length")))
                .isLessThan(Integer.parseInt(plain.header("Content-Length")) / 2);
        at("localhost").with("If-None-Match", plain.header("ETag")).get(entry).expect(304);
        at("localhost").post(entry).refused(405, "method-not-allowed");
        at("localhost").get("/console/shell/nothing-1.js").refused(404, "not-found");
        at("localhost").get("/nothing").refused(404, "not-found");
    }

    @Test
    void files_of_a_plugin_are_its_ui_folder_and_nothing_else() {
        Answer module = at("localhost").get(file("main.js")).expect(200);

        assertThat(module.text()).isEqualTo(MODULE);
        assertThat(module.header("Content-Type")).startsWith("text/javascript");
        assertThat(module.header("Cache-Control")).contains("immutable");
        assertThat(module.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(module.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(at(tenant.slug() + ".localhost")
                        .get(base() + "icon")
                        .expect(200)
                        .header("Content-Security-Policy"))
                .contains("sandbox");
        for (String elsewhere : List.of(
                "ui/page.html",
                "ui/none.js",
                "ui/../META-INF/plexica/plugin.json",
                "ui/%2e%2e/icon.svg",
                "plugin.json")) {
            at("localhost").get(base() + elsewhere).refused(404, "not-found");
        }
        at("localhost").get("/plugins/" + plugin + "/9.9.9/ui/main.js").refused(404, "not-found");
    }

    @Test
    void the_console_learns_what_is_there_for_the_caller() throws Exception {
        Http admin = tenant.client(platform);
        JsonNode shown = own(admin);

        assertThat(shown.path("entry").asText()).isEqualTo(file("main.js"));
        assertThat(shown.path("icon").asText()).isEqualTo(base() + "icon");
        assertThat(shown.path("routePrefix").asText()).isEqualTo("/" + plugin);
        assertThat(shown.path("sandbox").asBoolean()).isTrue();
        assertThat(shown.path("integrity").path(file("main.js")).asText()).isEqualTo(hash(MODULE));
        assertThat(shown.path("contributions").findValuesAsText("point"))
                .containsExactly("page", "sidebar.menu", "dashboard.widgets");
        assertThat(shown.at("/contributions/1/url").asText()).isEqualTo(file("main.js"));

        Http viewer = member("viewer");
        assertThat(own(viewer).path("contributions").findValuesAsText("point")).containsExactly("page", "sidebar.menu");
        assertThat(platform.as("globex", "admin")
                        .get("/api/v1/console")
                        .expect(200)
                        .text())
                .doesNotContain(plugin);
        platform.http().get("/api/v1/console").refused(401, "unauthenticated");
    }

    @Test
    void a_plugin_vanishes_when_it_is_switched_off() {
        TestTenant other = TestTenant.create(platform);
        Http admin = other.client(platform);
        Published.install(platform, other, plugin);
        assertThat(own(admin).isMissingNode()).isFalse();

        admin.post(other.plugin(plugin) + "/disable").expect(200);
        Published.soon()
                .untilAsserted(() -> assertThat(own(admin).isMissingNode()).isTrue());
        admin.post(other.plugin(plugin) + "/enable").expect(200);
        Published.soon()
                .untilAsserted(() -> assertThat(own(admin).isMissingNode()).isFalse());
        platform.boss().delete("/api/v1/tenants/" + other.slug() + "?mode=hard").expect(204);
    }

    @Test
    void a_plugin_for_some_is_served_under_their_addresses_alone() {
        String id = Published.freshId();
        PluginJar jar = notes(id, "1.0.0")
                .manifest(manifest ->
                        manifest.putObject("visibility").putArray("tenants").add(tenant.slug()));
        Published.upload(platform, jar);
        String path = "/plugins/" + id + "/1.0.0/ui/main.js";

        at("localhost").get("/t/" + tenant.slug() + path).expect(200);
        at(tenant.slug() + ".localhost").get(path).expect(200);
        at("localhost").get(path).refused(404, "not-found");
        at("acme.localhost").get(path).refused(404, "not-found");
    }

    private static PluginJar notes(String id, String version) {
        return PluginJar.of(id, version)
                .permission(id + ":figures:read", "member")
                .file("ui/main.js", MODULE)
                .file("ui/page.html", "<script>alert(1)</script>")
                .file("META-INF/plexica/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                .manifest(manifest -> manifest.put("icon", "META-INF/plexica/icon.svg"))
                .manifest(manifest -> manifest.set("web", Json.read("""
                        {"remoteEntry": "ui/main.js", "routePrefix": "/%s", "sandbox": false, "contributions": [
                            {"point": "dashboard.widgets", "module": "./main", "label": "Notes", "order": 3,
                             "permission": "%s:figures:read"},
                            {"point": "page", "module": "./main", "order": 1},
                            {"point": "sidebar.menu", "module": "./main", "label": "Notes", "order": 2}]}
                        """.formatted(id, id))));
    }

    private Http at(String host) {
        return platform.http().with("Host", host + ":" + platform.port("HTTP"));
    }

    private String base() {
        return "/plugins/" + plugin + "/1.0.0/";
    }

    private String file(String name) {
        return base() + "ui/" + name;
    }

    private Http member(String role) {
        String email = role + "@" + tenant.slug() + ".example";
        tenant.client(platform)
                .post(
                        "/api/v1/users",
                        Map.of(
                                "email", email,
                                "firstName", "Vi",
                                "lastName", "Ewer",
                                "password", "Only-Looks-1",
                                "roles", List.of(role)))
                .expect(201);
        return platform.as(new Login(tenant.slug(), email, "Only-Looks-1"));
    }

    /** The plugin of these tests as the caller's console sees it; missing when it does not. */
    private JsonNode own(Http caller) {
        for (JsonNode one : caller.get("/api/v1/console").expect(200).json().path("plugins")) {
            if (one.path("id").asText().equals(plugin)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode boot(Answer page) {
        return Json.read(found(BOOT, page.text()));
    }

    private static String nonce(Answer page) {
        return found(NONCE, page.header("Content-Security-Policy"));
    }

    private static String entry(Answer page) {
        return found(ENTRY, page.text());
    }

    private static String words(Answer page) {
        return page.text().replaceAll("nonce=\"[^\"]+\"", "");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String hash(String module) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-384").digest(module.getBytes(StandardCharsets.UTF_8));
        return "sha384-" + Base64.getEncoder().encodeToString(digest);
    }
}
