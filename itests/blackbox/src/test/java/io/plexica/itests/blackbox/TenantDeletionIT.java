package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BlackBox
class TenantDeletionIT {

    private static final String TENANTS = "/api/v1/tenants";

    private final Platform platform;

    TenantDeletionIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_hard_delete_leaves_no_schema_no_role_no_realm_and_retires_the_slug() {
        TestTenant tenant = TestTenant.create(platform);
        Published.install(platform, tenant, "crm");
        Http admin = tenant.client(platform);
        admin.post("/api/plugins/crm/contacts", Map.of("name", "Soon gone")).expect(201);
        String schema = "tenant_" + tenant.slug().replace('-', '_');
        assertThat(platform.database().schemas(schema)).contains(schema, schema + "__crm");
        assertThat(platform.database().roles(schema)).contains(schema, schema + "__crm");
        realm(tenant.slug()).expect(200);

        platform.boss().delete(TENANTS + "/" + tenant.slug() + "?mode=hard").expect(204);

        assertThat(platform.database().schemas(schema)).isEmpty();
        assertThat(platform.database().roles(schema)).isEmpty();
        realm(tenant.slug()).expect(404);
        platform.boss().get(TENANTS + "/" + tenant.slug()).refused(404, "not-found");
        soon().untilAsserted(() -> admin.get("/api/v1/auth/me").refused(401, "unauthenticated"));
        assertThat(platform.boss()
                        .post(TENANTS, TestTenant.body(tenant.slug(), tenant.admin()))
                        .refused(409, "conflict")
                        .at("/detail"))
                .startsWith("slug-retired");
    }

    @Test
    void an_answer_that_is_kept_for_a_repetition_goes_with_the_tenant() {
        String slug = TestTenant.freshSlug();
        Http again = platform.boss().with("Idempotency-Key", "make-" + slug);
        Map<String, Object> body =
                TestTenant.body(slug, new Login(slug, "admin@" + slug + ".example", "Kept-For-A-While-1"));
        again.post(TENANTS, body).expect(201);
        assertThat(again.post(TENANTS, body).expect(201).header("Idempotency-Replayed"))
                .isEqualTo("true");

        platform.boss().delete(TENANTS + "/" + slug + "?mode=hard").expect(204);

        soon().untilAsserted(() -> assertThat(
                        again.post(TENANTS, body).refused(409, "conflict").at("/detail"))
                .startsWith("slug-retired"));
    }

    @Test
    void deleting_what_is_not_there_is_not_found() {
        platform.boss().delete(TENANTS + "/no-such-tenant?mode=hard").refused(404, "not-found");
        platform.boss().delete(TENANTS + "/acme?mode=perhaps").refused(400, "validation-failed");
    }

    private io.plexica.itests.support.Answer realm(String slug) {
        return platform.keycloak().get("/realms/tenant-" + slug);
    }
}
