package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BlackBox
class BadPluginsIT {

    private static final String UNGUARDED = """
            package {{package}};
            import io.plexica.api.rest.PlexicaResource;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.Component;
            @Component(service = Bare.class) @PlexicaResource @Path("/bare")
            public class Bare {
                @GET public String hello() { return "hello"; }
                @Path("/sub") public Object locator() { return this; }
            }
            """;
    private static final String BOMB = """
            package {{package}};
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Bomb.class) @PlexicaResource @Path("/bomb")
            public class Bomb {
                @Activate public Bomb() { throw new IllegalStateException("this component explodes"); }
                @GET @Authenticated public String hello() { return "hello"; }
            }
            """;
    private static final String LIFECYCLE = """
            package {{package}};
            import io.plexica.api.plugin.*;
            import io.plexica.api.problem.*;
            import org.osgi.service.component.annotations.Component;
            @Component
            public class Veto implements PluginLifecycle {
                @Override public void beforeInstall(LifecycleEvent event) {
                    throw new PlexicaException(ErrorCode.CONFLICT, "not on a Friday");
                }
            }
            """;

    private final Platform platform;
    private final String id = Published.freshId();

    BadPluginsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_text_file_is_no_plugin() throws IOException {
        Path text = Files.writeString(Published.folder().resolve("text.jar"), "this is no jar");

        platform.boss().upload(text).refused(422, "plugin-invalid");
        platform.boss()
                .send("POST", "/api/v1/plugins", "application/java-archive", BodyPublishers.noBody())
                .refused(422, "plugin-invalid");
    }

    @Test
    void half_a_jar_is_no_plugin() throws IOException {
        byte[] whole = Files.readAllBytes(Probe.version(id, "1.0.0").build(Published.folder()));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

        platform.boss()
                .send("POST", "/api/v1/plugins", "application/java-archive", BodyPublishers.ofByteArray(half))
                .refused(422, "plugin-invalid");
    }

    @Test
    void a_bundle_without_a_manifest_is_no_plugin() {
        refused(Probe.version(id, "1.0.0").withoutManifest(), "plugin.json");
    }

    @Test
    void a_manifest_is_read_strictly() {
        refused(Probe.version(id, "1.0.0").manifest(manifest -> manifest.put("descripton", "x")), "description");
        refused(Probe.version(id, "1.0.0").manifestText("{ not json"), "JSON");
        refused(Probe.version(id, "1.0.0").manifest(manifest -> manifest.remove("name")), "name");
        refused(Probe.version(id, "1.0.0").manifest(manifest -> manifest.put("version", "one")), "version");
        refused(Probe.version(id, "1.0.0").manifest(manifest -> manifest.put("id", "Bad_Id")), "id");
        refused(Probe.version(id, "1.0.0").manifest(manifest -> manifest.put("platform", "[99,100)")), "platform");
    }

    @Test
    void a_refusal_lists_every_problem() {
        Answer answer = refused(
                Probe.version(id, "1.0.0")
                        .source("Bare", UNGUARDED)
                        .permission("crm:contacts:read")
                        .manifest(manifest -> manifest.put("colour", "red"))
                        .header("Bundle-Activator", "{{package}}.Probe"),
                "colour");

        assertThat(answer.text()).contains("Bundle-Activator", "crm:contacts:read");
        assertThat(answer.json().path("errors").size()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Bundle-Activator, {{package}}.Probe",
        "Fragment-Host, io.plexica.web",
        "Require-Bundle, io.plexica.spi",
        "DynamicImport-Package, *",
        "Bundle-NativeCode, libx.so",
        "Export-Package, {{package}}"
    })
    void headers_that_get_round_the_platform_are_refused(String header, String value) {
        PluginJar plugin = Probe.version(id, "1.0.0").header(header, value);
        if (header.equals("Bundle-NativeCode")) {
            plugin.file("libx.so", "x");
        }
        refused(plugin, header);
    }

    @ParameterizedTest
    @CsvSource({
        "com.missing.library",
        "io.plexica.spi.data",
        "org.osgi.framework",
        "javax.servlet",
        "org.osgi.service.http.whiteboard"
    })
    void imports_beyond_the_contract_are_refused(String imported) {
        refused(Probe.version(id, "1.0.0").instruction("Import-Package", imported + ", *"), imported);
    }

    @Test
    void a_method_that_says_nothing_of_its_guard_is_refused_by_name() {
        refused(Probe.version(id, "1.0.0").source("Bare", UNGUARDED), "hello");
    }

    @Test
    void a_permission_that_belongs_to_another_is_refused() {
        refused(Probe.version(id, "1.0.0").permission("crm:contacts:read", "member"), "crm:contacts:read");
        refused(Probe.version(id, "1.0.0").permission("core:users:read"), "core:users:read");
    }

    @Test
    void an_id_belongs_to_its_first_symbolic_name() {
        refused(PluginJar.of("crm", "99.0.0"), "crm");
    }

    @Test
    void a_component_that_throws_keeps_its_plugin_off_the_platform() {
        refused(Probe.version(id, "1.0.0").source("Bomb", BOMB), "Bomb");
    }

    @Test
    void a_broken_migration_fails_the_installation_with_the_reason_and_leaves_nothing() {
        TestTenant tenant = TestTenant.create(platform);
        Http admin = tenant.client(platform);
        Published.upload(
                platform,
                Probe.withTable(id, "1.0.0")
                        .migration("V2__broken.sql", "CREATE TABLE more (id uuid); SELECT nonsense();"));

        Answer failed = admin.post(tenant.plugin(id) + "/install", Map.of()).refused(500, "plugin-error");
        assertThat(failed.at("/plugin")).isEqualTo(id);
        assertThat(failed.at("/detail")).contains("V2__broken.sql");
        assertThat(admin.get(tenant.plugin(id)).expect(200).at("/status")).isEqualTo("FAILED");
        assertThat(admin.get(tenant.plugin(id)).at("/reason")).contains("V2__broken.sql");
        Published.version(admin, id).refused(403, "plugin-not-enabled");
        platform.as("acme", "viewer").get("/api/plugins/crm/contacts").expect(200);

        Published.upload(platform, Probe.withTable(id, "1.0.1"));
        admin.post(tenant.plugin(id) + "/install", Map.of()).expect(201);
        Published.version(admin, id).expect(200);
    }

    @Test
    void a_migration_cannot_leave_its_own_schema() {
        refused(
                Probe.version(id, "1.0.0")
                        .migration("V1__escape.sql", "RESET ROLE; CREATE TABLE core.stolen (id int);"),
                "reset role");
        TestTenant tenant = TestTenant.create(platform);
        Published.upload(
                platform, Probe.version(id, "1.0.0").migration("V1__escape.sql", "CREATE TABLE core.stolen (id int);"));

        tenant.client(platform).post(tenant.plugin(id) + "/install", Map.of()).refused(500, "plugin-error");
        assertThat(tenant.client(platform).get(tenant.plugin(id)).at("/status")).isEqualTo("FAILED");
    }

    @Test
    void a_plugin_may_veto_its_installation_in_words() {
        TestTenant tenant = TestTenant.create(platform);
        Published.upload(platform, Probe.version(id, "1.0.0").source("Veto", LIFECYCLE));

        Answer vetoed = tenant.client(platform).post(tenant.plugin(id) + "/install", Map.of());

        assertThat(vetoed.status()).as(vetoed.text()).isIn(409, 500);
        assertThat(vetoed.at("/detail")).contains("not on a Friday");
        assertThat(tenant.client(platform).get(tenant.plugin(id)).at("/status")).isEqualTo("FAILED");
    }

    private Answer refused(PluginJar plugin, String word) {
        Answer answer = platform.boss().upload(plugin.build(Published.folder())).refused(422, "plugin-invalid");
        assertThat(answer.json().path("errors").toString()).contains(word);
        String path = "/api/v1/plugins/" + plugin.id() + "/versions";
        assertThat(platform.boss().get(path).text()).doesNotContain("99.0.0");
        if (plugin.id().equals(id)) {
            platform.boss().get(path).refused(404, "plugin-not-found");
        }
        return answer;
    }
}
