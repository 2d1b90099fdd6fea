package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsIT {

    private static final String PLUGINS = "/api/v1/plugins";

    private final Platform platform;
    private TestTenant tenant;

    PluginsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createATenant() {
        tenant = TestTenant.create(platform);
    }

    @Test
    void publishing_answers_with_the_version_and_the_same_bytes_again_change_nothing() {
        String id = Published.freshId();
        Path jar = Probe.version(id, "1.0.0").build(Published.folder());

        Answer first = platform.boss().upload(jar).expect(201);
        Answer second = platform.boss().upload(jar).expect(200);

        assertThat(first.at("/id")).isEqualTo(id);
        assertThat(first.at("/version")).isEqualTo("1.0.0");
        assertThat(first.at("/status")).isEqualTo("AVAILABLE");
        assertThat(first.at("/digest")).matches("sha256:[0-9a-f]{64}");
        assertThat(first.at("/manifest/name")).isEqualTo("Test " + id);
        assertThat(first.at("/publishedAt")).isNotEmpty();
        assertThat(second.at("/digest")).isEqualTo(first.at("/digest"));
        assertThat(platform.boss().get(PLUGINS + "/" + id).expect(200).at("/id"))
                .isEqualTo(id);
        assertThat(platform.http().get(PLUGINS + "/" + id + "/info").expect(200).at("/name"))
                .isEqualTo("Test " + id);
    }

    @Test
    void other_bytes_for_a_version_are_a_conflict_unless_it_is_a_snapshot() {
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0"));
        Published.upload(platform, Probe.version(id, "1.1.0-SNAPSHOT"));
        tenant.client(platform)
                .post(tenant.plugin(id) + "/install", Map.of("version", "1.1.0-SNAPSHOT"))
                .expect(201);

        Path other = Probe.version(id, "1.0.0").file("changed.txt", "yes").build(Published.folder());
        assertThat(platform.boss().upload(other).refused(409, "conflict").at("/detail"))
                .startsWith("version-exists");
        Path newer =
                Probe.version(id, "1.1.0-SNAPSHOT").file("changed.txt", "yes").build(Published.folder());
        assertThat(platform.boss().upload(newer).status()).isIn(200, 201);
        assertThat(version(tenant.client(platform), id).expect(200).at("/version"))
                .isEqualTo("1.1.0-SNAPSHOT");
    }

    @Test
    void only_super_admins_publish() {
        Path jar = Probe.version(Published.freshId(), "1.0.0").build(Published.folder());

        platform.as("acme", "admin").upload(jar).refused(403, "permission-denied");
        platform.http().upload(jar).refused(401, "unauthenticated");
    }

    @Test
    void an_installation_goes_through_its_states() {
        String id = Published.freshId();
        Published.upload(platform, Probe.withTable(id, "1.0.0"));
        Http admin = tenant.client(platform);
        String path = tenant.plugin(id);

        admin.get(path).refused(404, "not-found");
        Answer installed = admin.post(path + "/install", Map.of()).expect(201);
        assertThat(installed.at("/status")).isEqualTo("INSTALLED");
        assertThat(installed.json().path("enabled").asBoolean()).isTrue();
        assertThat(installed.at("/version")).isEqualTo("1.0.0");
        assertThat(installed.at("/installedBy/email")).isEqualTo(tenant.admin().username());
        assertThat(admin.post(path + "/install", Map.of())
                        .refused(409, "conflict")
                        .at("/detail"))
                .startsWith("already-installed");
        assertThat(admin.post(path + "/disable").expect(200).at("/status")).isEqualTo("DISABLED");
        admin.post(path + "/install", Map.of()).refused(409, "conflict");
        assertThat(admin.post(path + "/enable").expect(200).at("/status")).isEqualTo("INSTALLED");
        admin.delete(path).expect(204);
        assertThat(admin.get(path).expect(200).at("/status")).isEqualTo("UNINSTALLED");
        assertThat(admin.get(path).at("/uninstalledAt")).isNotEmpty();
        admin.post(path + "/install", Map.of()).expect(201);
        admin.delete(path + "?deleteData=true").expect(204);
        assertThat(admin.get("/api/v1/tenants/" + tenant.slug() + "/plugins")
                        .expect(200)
                        .text())
                .contains(id);
    }

    @Test
    void members_see_plugins_but_do_not_install_them() {
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0"));
        Http member = platform.as("acme", "member");

        member.get("/api/v1/tenants/acme/plugins").expect(200);
        member.get(PLUGINS).expect(200);
        member.post("/api/v1/tenants/acme/plugins/" + id + "/install", Map.of()).refused(403, "permission-denied");
        member.post("/api/v1/tenants/acme/plugins/crm/disable").refused(403, "permission-denied");
        member.delete("/api/v1/tenants/acme/plugins/crm").refused(403, "permission-denied");
        platform.as("globex", "admin")
                .post("/api/v1/tenants/acme/plugins/crm/disable")
                .refused(403, "tenant-mismatch");
    }

    @Test
    void unknown_plugins_and_versions_are_not_found() {
        Http admin = tenant.client(platform);

        admin.post(tenant.plugin("no-such-plugin") + "/install", Map.of()).refused(404, "plugin-not-found");
        admin.post(tenant.plugin("crm") + "/install", Map.of("version", "99.0.0"))
                .refused(404, "plugin-not-found");
        platform.boss().get(PLUGINS + "/no-such-plugin").refused(404, "plugin-not-found");
        platform.boss().delete(PLUGINS + "/no-such-plugin/versions/1.0.0").refused(404, "plugin-not-found");
        admin.post(tenant.plugin("crm") + "/install", Map.of("verison", "1")).refused(400, "validation-failed");
    }

    @Test
    void a_version_in_use_cannot_be_withdrawn_and_an_unused_one_can() {
        String id = Published.freshId();
        Published.probe(platform, tenant, id);
        String path = PLUGINS + "/" + id + "/versions/1.0.0";

        Answer refused = platform.boss().delete(path).refused(409, "conflict");
        assertThat(refused.at("/detail")).startsWith("version-in-use");
        assertThat(refused.json().path("tenants").toString()).contains(tenant.slug());
        tenant.client(platform).delete(tenant.plugin(id)).expect(204);
        platform.boss().delete(path).expect(204);

        version(tenant.client(platform), id).refused(404, "plugin-not-found");
        platform.boss().get(PLUGINS + "/" + id).refused(404, "plugin-not-found");
    }

    @Test
    void data_survives_an_uninstall_unless_it_is_to_be_deleted() {
        TestTenant shop = TestTenant.create(platform);
        Http admin = shop.client(platform);
        String contacts = "/api/plugins/crm/contacts";
        Published.install(platform, shop, "crm");
        admin.post(contacts, Map.of("name", "Kept")).expect(201);

        admin.delete(shop.plugin("crm")).expect(204);
        admin.post(shop.plugin("crm") + "/install", Map.of("grantDefaults", true))
                .expect(201);
        assertThat(admin.get(contacts).expect(200).json().path("total").asInt()).isEqualTo(1);

        admin.delete(shop.plugin("crm") + "?deleteData=true").expect(204);
        Published.install(platform, shop, "crm");
        assertThat(admin.get(contacts).expect(200).json().path("total").asInt()).isZero();
    }

    @Test
    void a_pre_release_is_taken_only_when_named() {
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0"));
        Published.upload(platform, Probe.version(id, "2.0.0-beta.1"));

        Published.install(platform, tenant, id);

        assertThat(version(tenant.client(platform), id).at("/version")).isEqualTo("1.0.0");
        Published.upgrade(platform, tenant, id, "2.0.0-beta.1").expect(200);
        assertThat(version(tenant.client(platform), id).at("/version")).isEqualTo("2.0.0-beta.1");
    }

    @Test
    void a_plan_may_be_required() {
        String id = Published.freshId();
        PluginJar dear = Probe.version(id, "1.0.0")
                .manifest(manifest -> manifest.putArray("plans").add("gold-only"));
        Answer published = platform.boss().upload(dear.build(Published.folder()));

        if (published.status() == 201) {
            tenant.client(platform)
                    .post(tenant.plugin(id) + "/install", Map.of())
                    .refused(403, "plan-required");
        } else {
            published.refused(422, "plugin-invalid");
        }
    }
}
