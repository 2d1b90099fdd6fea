package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardsIT {

    private final Platform platform;
    private final String id = Published.freshId();

    GuardsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void installForAcme() {
        Published.upload(platform, Probe.version(id, "1.0.0"));
        platform.as("acme", "admin")
                .post("/api/v1/tenants/acme/plugins/" + id + "/install", Map.of())
                .expect(201);
    }

    @AfterAll
    void uninstall() {
        platform.as("acme", "admin")
                .delete("/api/v1/tenants/acme/plugins/" + id)
                .expect(204);
        platform.boss().delete("/api/v1/plugins/" + id + "/versions/1.0.0").expect(204);
    }

    @ParameterizedTest(name = "{0} as {1} answers {2}")
    @CsvSource({
        "version, admin, 200",
        "version, member, 200",
        "version, viewer, 200",
        "both, admin, 200",
        "both, member, 200",
        "both, viewer, 403",
        "any, viewer, 200",
        "admins, admin, 200",
        "admins, member, 403",
        "admins, viewer, 403",
        "open, viewer, 200",
        "early, viewer, 200"
    })
    void each_guard_lets_in_whom_it_names(String path, String role, int status) {
        Answer answer = call(platform.as("acme", role), path).expect(status);

        if (status == 403) {
            answer.refused(403, "permission-denied");
        }
    }

    @Test
    void what_is_missing_is_named() {
        Answer answer = call(platform.as("acme", "viewer"), "both").refused(403, "permission-denied");

        assertThat(answer.json().path("requiredPermissions").toString()).contains(id + ":things:write");
    }

    @Test
    void guarded_methods_want_a_token_and_open_ones_do_not() {
        for (String path : new String[] {"version", "both", "any", "admins", "early"}) {
            assertThat(call(platform.http(), path)
                            .refused(401, "unauthenticated")
                            .header("WWW-Authenticate"))
                    .startsWith("Bearer");
        }
        call(platform.http(), "open").expect(200);
    }

    @Test
    void an_open_method_never_knows_a_user() {
        assertThat(call(platform.as("acme", "admin"), "open")
                        .expect(200)
                        .json()
                        .path("user")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void an_invalid_token_is_refused_even_where_none_is_needed() {
        call(platform.http().as("rubbish"), "open").refused(401, "unauthenticated");
    }

    @Test
    void another_tenant_sees_only_what_may_be_seen_before_enabling() {
        Http globex = platform.as("globex", "admin");

        call(globex, "version").refused(403, "plugin-not-enabled");
        call(globex, "any").refused(403, "plugin-not-enabled");
        call(globex, "early").expect(200);
        call(globex, "open").expect(200);
    }

    @Test
    void a_super_admin_has_no_plugins_permission() {
        call(platform.boss().with("X-Tenant-Slug", "acme"), "version").refused(403, "permission-denied");
    }

    @Test
    void a_failing_plugin_is_named_and_tells_no_details() {
        Answer answer = call(platform.as("acme", "admin"), "broken").refused(500, "plugin-error");

        assertThat(answer.at("/plugin")).isEqualTo(id);
        assertThat(answer.text()).doesNotContain("a detail that no caller may read");
        assertThat(platform.logs().of(answer.at("/traceId")).toString()).contains("a detail that no caller may read");
    }

    @Test
    void naming_a_tenant_that_does_not_exist_looks_like_naming_anothers() {
        Http admin = platform.as("globex", "admin");
        Answer existing = admin.with("X-Tenant-Slug", "acme").get("/api/plugins/" + id + "/any");
        Answer invented = admin.with("X-Tenant-Slug", "nobody-here").get("/api/plugins/" + id + "/any");

        existing.refused(403, "tenant-mismatch");
        invented.refused(403, "tenant-mismatch");
        assertThat(invented.at("/detail").replace("nobody-here", ""))
                .isEqualTo(existing.at("/detail").replace("acme", ""));
    }

    @Test
    void a_tenant_may_be_named_by_the_path() {
        platform.as("acme", "admin").get("/t/acme/api/plugins/" + id + "/any").expect(200);
        platform.as("acme", "admin").get("/t/globex/api/plugins/" + id + "/any").refused(403, "tenant-mismatch");
    }

    @Test
    void unknown_paths_and_plugins_are_not_found() {
        Http admin = platform.as("acme", "admin");

        call(admin, "nothing/here").refused(404, "not-found");
        admin.get("/api/plugins/no-such-plugin/x").refused(404, "plugin-not-found");
        call(platform.http(), "nothing/here").refused(401, "unauthenticated");
        platform.http().get("/api/plugins/no-such-plugin/x").refused(401, "unauthenticated");
    }

    @Test
    void a_suspended_tenant_is_told_so() {
        TestTenant tenant = TestTenant.create(platform);
        Published.install(platform, tenant, id);
        Http admin = tenant.client(platform);
        call(admin, "any").expect(200);

        platform.boss().post("/api/v1/tenants/" + tenant.slug() + "/suspend").expect(200);

        call(admin, "any").refused(403, "tenant-not-active");
        platform.boss()
                .delete("/api/v1/tenants/" + tenant.slug() + "?mode=hard")
                .expect(204);
    }

    private Answer call(Http client, String path) {
        return client.get("/api/plugins/" + id + "/" + path);
    }
}
