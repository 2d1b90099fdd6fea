package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static io.plexica.itests.blackbox.Published.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BlackBox
class MainJobIT {

    private final Platform platform;

    MainJobIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_plugin_comes_lives_and_goes_while_the_platform_runs() throws IOException {
        String id = Published.freshId();
        TestTenant tenant = TestTenant.create(platform);
        Http admin = tenant.client(platform);

        drop(Probe.version(id, "1.0.0").build(Published.folder()));
        soon().untilAsserted(() -> assertThat(versions(id)).contains("1.0.0"));
        version(admin, id).refused(403, "plugin-not-enabled");

        admin.post(tenant.plugin(id) + "/install", Map.of()).expect(201);
        assertThat(version(admin, id).expect(200).at("/tenant")).isEqualTo(tenant.slug());

        admin.post(tenant.plugin(id) + "/disable").expect(200);
        version(admin, id).refused(403, "plugin-not-enabled");
        admin.post(tenant.plugin(id) + "/enable").expect(200);
        version(admin, id).expect(200);

        drop(Probe.version(id, "1.1.0").build(Published.folder()));
        soon().untilAsserted(() -> assertThat(versions(id)).contains("1.0.0", "1.1.0"));
        assertThat(version(admin, id).at("/version")).isEqualTo("1.0.0");
        admin.post(tenant.plugin(id) + "/upgrade", Map.of("version", "1.1.0")).expect(200);
        assertThat(version(admin, id).at("/version")).isEqualTo("1.1.0");

        admin.delete(tenant.plugin(id)).expect(204);
        version(admin, id).refused(403, "plugin-not-enabled");
        Files.delete(platform.deploy().resolve(id + "-1.0.0.jar"));
        Files.delete(platform.deploy().resolve(id + "-1.1.0.jar"));
        soon().untilAsserted(() -> version(admin, id).refused(404, "plugin-not-found"));
    }

    @Test
    void the_answers_depend_on_role_and_tenant() {
        String contacts = "/api/plugins/crm/contacts";
        Map<String, String> contact = Map.of("name", "Grace Hopper");

        platform.http().get(contacts).refused(401, "unauthenticated");
        platform.as("acme", "viewer").get(contacts).expect(200);
        assertThat(platform.as("acme", "viewer")
                        .post(contacts, contact)
                        .refused(403, "permission-denied")
                        .at("/requiredPermissions/0"))
                .isEqualTo("crm:contacts:write");
        String id = platform.as("acme", "member")
                .post(contacts, contact)
                .expect(201)
                .at("/id");
        platform.as("acme", "member").delete(contacts + "/" + id).refused(403, "permission-denied");
        platform.as("acme", "admin").delete(contacts + "/" + id).expect(204);
        assertThat(platform.as("globex", "admin")
                        .get(contacts)
                        .refused(403, "plugin-not-enabled")
                        .at("/plugin"))
                .isEqualTo("crm");
        platform.as("globex", "admin")
                .with("X-Tenant-Slug", "acme")
                .get(contacts)
                .refused(403, "tenant-mismatch");
    }

    private void drop(Path jar) throws IOException {
        Path half = platform.deploy().resolve(jar.getFileName() + ".tmp");
        Files.copy(jar, half);
        Files.move(half, platform.deploy().resolve(jar.getFileName()));
    }

    private String versions(String id) {
        return platform.boss().get("/api/v1/plugins/" + id + "/versions").text();
    }
}
