package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every operation that the platform describes, called by everybody who must be refused. New ones come by themselves. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantWallsIT {

    private static final Set<String> READS = Set.of("GET");

    private final Platform platform;
    private Inhabited victim;
    private Inhabited stranger;
    private List<ApiOperation> operations;

    TenantWallsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void people() {
        victim = Inhabited.create(platform);
        stranger = Inhabited.create(platform);
        operations = ApiOperation.of(
                victim.admin().get("/api/openapi.json").expect(200).json());
        assertThat(operations).as("operations described").hasSizeGreaterThan(60);
    }

    @AfterAll
    void removeThem() {
        for (Inhabited gone : List.of(victim, stranger)) {
            platform.boss()
                    .delete("/api/v1/tenants/" + gone.tenant().slug() + "?mode=hard")
                    .expect(204);
        }
    }

    @Test
    void nobody_is_let_in_without_a_token() {
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            if (!operation.isOpen()) {
                Answer answer = operation.call(platform.http(), victim.filled(operation.path()));
                expect(wrong, operation, answer, 401, "unauthenticated");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_token_of_a_suspended_tenant_opens_nothing() {
        TestTenant tenant = TestTenant.create(platform);
        Http admin = tenant.client(platform);
        admin.get("/api/v1/auth/me").expect(200);
        platform.boss().post("/api/v1/tenants/" + tenant.slug() + "/suspend").expect(200);
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            if (!operation.isOpen()) {
                String path = operation.path().replaceFirst("/tenants/\\{slug}", "/tenants/" + tenant.slug());
                Answer answer = operation.call(admin, victim.filled(path));
                expect(wrong, operation, answer, 403, "tenant-not-active");
            }
        }
        assertThat(wrong).isEmpty();
        platform.boss()
                .delete("/api/v1/tenants/" + tenant.slug() + "?mode=hard")
                .expect(204);
    }

    @Test
    void naming_another_tenant_is_a_mismatch_everywhere() {
        Http admin = stranger.admin();
        String other = victim.tenant().slug();
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            String own = stranger.filled(operation.path());
            expect(wrong, operation, operation.call(admin.with("X-Tenant-Slug", other), own), 403, "tenant-mismatch");
            expect(wrong, operation, operation.call(admin, "/t/" + other + own), 403, "tenant-mismatch");
            if (operation.namesTenant()) {
                Answer answer = operation.call(admin, victim.filled(operation.path()));
                expect(wrong, operation, answer, 403, "tenant-mismatch");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void ids_of_another_tenants_things_are_absent() {
        Http admin = stranger.admin();
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            boolean byId = operation.path().contains("{") && !operation.namesTenant() && !operation.isOpen();
            String path = victim.filled(operation.path());
            if (!byId || operation.isForSuperAdmins() || path.contains("/plugins/crm")) {
                continue;
            }
            Answer answer = operation.call(admin, path);
            if (answer.status() == 400 && !READS.contains(operation.method())) {
                continue; // The sample of a body is not always a valid one; what is wrong with it is told first.
            }
            expect(wrong, operation, answer, 404, "not-found");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void another_tenants_contacts_are_absent() {
        for (String kind : List.of("contacts", "deals")) {
            String list = "/api/plugins/crm/" + kind;
            String id = victim.admin().get(list).expect(200).at("/items/0/id");
            stranger.admin().get(list + "/" + id).refused(404, "not-found");
            stranger.admin().delete(list + "/" + id).refused(404, "not-found");
            victim.admin().get(list + "/" + id).expect(200);
        }
    }

    @Test
    void a_viewer_is_refused_what_a_viewer_may_not_do() {
        Login viewer = victim.viewer();
        Http client = platform.as(viewer);
        Set<String> held = keys(client);
        List<String> wrong = new ArrayList<>();
        for (ApiOperation operation : operations) {
            boolean lacks = !operation.permissions().isEmpty()
                    && operation.permissions().stream().noneMatch(held::contains);
            if (operation.isForSuperAdmins() || lacks) {
                Answer answer = operation.call(client, victim.filled(operation.path()));
                expect(wrong, operation, answer, 403, "permission-denied");
                if (lacks
                        && !answer.json()
                                .path("requiredPermissions")
                                .toString()
                                .contains(operation.permissions().get(0))) {
                    wrong.add(operation + " does not name what is missing: " + answer.text());
                }
            } else if (READS.contains(operation.method())
                    && !operation.permissions().isEmpty()) {
                Answer answer = operation.call(client, victim.filled(operation.path()));
                if (answer.status() >= 400 && answer.status() != 404 && answer.status() != 400) {
                    wrong.add(operation + " answered a viewer who may: " + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> keys(Http client) {
        Set<String> keys = new java.util.HashSet<>();
        client.get("/api/v1/auth/me").expect(200).json().path("permissions").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    private static void expect(List<String> wrong, ApiOperation operation, Answer answer, int status, String code) {
        if (answer.status() != status || !answer.code().equals(code)) {
            wrong.add(operation + " answered " + answer.call() + " with " + answer.status() + " " + answer.text());
        }
    }
}
