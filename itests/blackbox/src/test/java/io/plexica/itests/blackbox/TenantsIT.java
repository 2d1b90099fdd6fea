package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class TenantsIT {

    private static final String TENANTS = "/api/v1/tenants";

    private final Platform platform;

    TenantsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_new_tenant_is_there_complete_and_its_admin_can_sign_in() {
        String slug = TestTenant.freshSlug();
        Login admin = new Login(slug, "admin@" + slug + ".example", "Opening-Day-1");

        Answer created =
                platform.boss().post(TENANTS, TestTenant.body(slug, admin)).expect(201);

        assertThat(created.header("Location")).endsWith(TENANTS + "/" + slug);
        assertThat(created.at("/status")).isEqualTo("ACTIVE");
        assertThat(created.at("/plan")).isEqualTo("enterprise");
        assertThat(created.at("/id")).isNotEmpty();
        assertThat(created.text()).doesNotContain(admin.password());
        Http client = platform.as(admin);
        assertThat(client.get("/api/v1/auth/me")
                        .expect(200)
                        .json()
                        .path("roles")
                        .toString())
                .contains("admin");
        assertThat(client.get(TENANTS + "/" + slug).expect(200).at("/slug")).isEqualTo(slug);
        assertThat(client.get(TENANTS + "/current").expect(200).at("/slug")).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "A",
                "Acme",
                "1acme",
                "-acme",
                "acme-",
                "ac--me",
                "ac.me",
                "ac_me",
                "ac me",
                "acme!",
                "àcme",
                "xn--acme",
                "core",
                "plexica",
                "global",
                "current",
                "public",
                "admin",
                "api",
                "www",
                "localhost",
                "abcdefghijklmnopqrstuvwxyzabcde",
                "'; DROP SCHEMA core; --"
            })
    void a_slug_that_breaks_the_rules_is_refused(String slug) {
        Login admin = new Login(slug, "admin@example.org", "Password-1");

        platform.boss()
                .post(TENANTS, TestTenant.body(slug, admin))
                .refused(400, "validation-failed")
                .pointsAt("/slug");
    }

    @Test
    void everything_that_is_wrong_with_a_tenant_is_said_at_once() {
        platform.boss()
                .post(TENANTS, Map.of("slug", "A", "plan", "gold", "admin", Map.of("email", "nowhere")))
                .refused(400, "validation-failed")
                .pointsAt("/slug", "/name", "/plan", "/admin/email");
        Map<String, Object> extra = new HashMap<>(
                TestTenant.body(TestTenant.freshSlug(), new Login("", "admin@example.org", "Password-1")));
        extra.put("colour", "red");
        platform.boss().post(TENANTS, extra).refused(400, "validation-failed").pointsAt("/colour");
    }

    @Test
    void a_slug_is_taken_once() {
        assertThat(platform.boss()
                        .post(TENANTS, TestTenant.body("acme", new Login("acme", "x@example.org", "Password-1")))
                        .refused(409, "conflict")
                        .at("/detail"))
                .startsWith("slug-taken");
    }

    @Test
    void of_two_who_create_the_same_tenant_at_once_one_wins() {
        String slug = TestTenant.freshSlug();
        Login admin = new Login(slug, "admin@" + slug + ".example", "Winner-Takes-1");
        Http boss = platform.boss();

        List<Answer> answers =
                Stream.generate(() -> boss.postLater(TENANTS, TestTenant.body(slug, admin))).limit(3).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409);
        platform.as(admin).get("/api/v1/auth/me").expect(200);
    }

    @Test
    void tenants_are_listed_with_filters() {
        TestTenant tenant = TestTenant.create(platform);

        Answer found = platform.boss().get(TENANTS + "?q=" + tenant.slug()).expect(200);
        assertThat(found.json().path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/slug")).isEqualTo(tenant.slug());
        Answer page = platform.boss()
                .get(TENANTS + "?size=1&page=1&sort=slug&status=ACTIVE&plan=enterprise")
                .expect(200);
        assertThat(page.json().path("items")).hasSize(1);
        assertThat(page.json().path("total").asInt()).isGreaterThanOrEqualTo(3);
        platform.boss().get(TENANTS + "?sort=-createdAt,slug").expect(200);
        platform.boss().get(TENANTS + "?sort=secret").refused(400, "validation-failed");
        platform.boss().get(TENANTS + "?status=LOST").refused(400, "validation-failed");
        platform.boss().get(TENANTS + "?size=201").refused(400, "validation-failed");
    }

    @Test
    void a_tenant_is_changed_but_never_its_slug() {
        TestTenant tenant = TestTenant.create(platform);
        String path = TENANTS + "/" + tenant.slug();

        Answer changed = platform.boss()
                .patch(path, Map.of("name", "New name", "plan", "pro"))
                .expect(200);

        assertThat(changed.at("/name")).isEqualTo("New name");
        assertThat(changed.at("/plan")).isEqualTo("pro");
        platform.boss()
                .patch(path, Map.of("slug", "other"))
                .refused(400, "validation-failed")
                .pointsAt("/slug");
    }

    @Test
    void only_super_admins_manage_tenants() {
        Http admin = platform.as("globex", "admin");
        Map<String, Object> body =
                TestTenant.body(TestTenant.freshSlug(), new Login("", "admin@example.org", "Password-1"));

        admin.post(TENANTS, body).refused(403, "permission-denied");
        admin.get(TENANTS).refused(403, "permission-denied");
        admin.post(TENANTS + "/globex/suspend").refused(403, "permission-denied");
        admin.delete(TENANTS + "/globex?mode=hard").refused(403, "permission-denied");
        admin.get(TENANTS + "/acme").refused(403, "tenant-mismatch");
        admin.get(TENANTS + "/no-such-tenant").refused(403, "tenant-mismatch");
        admin.post(TENANTS + "/acme/suspend").refused(403, "tenant-mismatch");
        platform.http().post(TENANTS, body).refused(401, "unauthenticated");
        platform.boss().get(TENANTS + "/no-such-tenant").refused(404, "not-found");
    }

    @Test
    void suspending_twice_and_activating_twice_are_told_apart_from_mistakes() {
        TestTenant tenant = TestTenant.create(platform);
        String path = TENANTS + "/" + tenant.slug();

        assertThat(platform.boss().post(path + "/suspend").expect(200).at("/status"))
                .isEqualTo("SUSPENDED");
        assertThat(platform.boss().get(path).at("/status")).isEqualTo("SUSPENDED");
        assertThat(platform.boss().post(path + "/suspend").status()).isIn(200, 409);
        assertThat(platform.boss().post(path + "/activate").expect(200).at("/status"))
                .isEqualTo("ACTIVE");
        assertThat(platform.boss().post(path + "/activate").status()).isIn(200, 409);
        platform.boss().post(TENANTS + "/no-such-tenant/suspend").refused(404, "not-found");
    }

    @Test
    void nothing_is_done_to_a_tenant_that_has_changed_since_it_was_read() {
        TestTenant tenant = TestTenant.create(platform);
        String path = TENANTS + "/" + tenant.slug();
        Http based = platform.boss().with("If-Match", platform.boss().get(path).header("ETag"));
        based.patch(path, Map.of("name", "Renamed meanwhile")).expect(200);

        based.post(path + "/suspend").refused(412, "precondition-failed");
        based.delete(path).refused(412, "precondition-failed");
        based.delete(path + "?mode=hard").refused(412, "precondition-failed");
        assertThat(platform.boss().get(path).at("/status")).isEqualTo("ACTIVE");
    }

    @Test
    void settings_are_for_those_who_may_read_them() {
        assertThat(platform.as("acme", "viewer")
                        .get(TENANTS + "/current")
                        .expect(200)
                        .json()
                        .has("settings"))
                .isFalse();
        assertThat(platform.as("acme", "admin")
                        .get(TENANTS + "/current")
                        .expect(200)
                        .json()
                        .has("settings"))
                .isTrue();
    }
}
