package io.plexica.itests.blackbox;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is changed on one node counts on the other within a second. */
@BlackBox
@Order(BlackBox.HURTS - 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    /** A second, and what the clock of a busy machine adds. */
    private static final Duration A_SECOND = Duration.ofMillis(1300);

    private static final String ME = "/api/v1/auth/me";

    private final Platform one;
    private Platform two;
    private Inhabited tenant;

    TwoNodesIT(Platform platform) {
        this.one = platform;
    }

    @BeforeAll
    void startTheOther() {
        tenant = Inhabited.create(one);
        two = one.anotherNode();
        two.up();
    }

    @AfterAll
    void stopTheOther() {
        two.close();
        one.boss()
                .delete("/api/v1/tenants/" + tenant.tenant().slug() + "?mode=hard")
                .expect(204);
    }

    @Test
    void a_logout_here_is_a_logout_there() {
        Answer login =
                one.http().post("/api/v1/auth/login", tenant.viewer().body()).expect(200);
        Http there = two.http().as(login.at("/accessToken"));
        there.get(ME).expect(200);

        one.http()
                .as(login.at("/accessToken"))
                .post("/api/v1/auth/logout", Map.of("refreshToken", login.at("/refreshToken")))
                .expect(204);

        within(A_SECOND, there, ME, answer -> answer.status() == 401);
    }

    @Test
    void rights_given_and_taken_here_count_there() {
        Http there = two.http().as(one.token(tenant.viewer()));
        there.get("/api/v1/users").refused(403, "permission-denied");

        roles("viewer", "member");
        within(A_SECOND, there, "/api/v1/users", answer -> answer.status() == 200);

        roles("viewer");
        within(A_SECOND, there, "/api/v1/users", answer -> answer.status() == 403);
    }

    @Test
    void a_policy_made_here_counts_there() {
        Http there = two.http().as(one.token(tenant.tenant().admin()));
        there.get("/api/plugins/crm/contacts").expect(200);

        String policy = tenant.admin()
                .post(
                        "/api/v1/policies",
                        Map.of(
                                "name", "Nobody reads",
                                "permission", "crm:contacts:read",
                                "effect", "DENY",
                                "conditions",
                                        Map.of(
                                                "all",
                                                List.of(Map.of(
                                                        "attribute", "user.email",
                                                        "operator", "exists",
                                                        "value", true)))))
                .expect(201)
                .at("/id");
        within(A_SECOND, there, "/api/plugins/crm/contacts", answer -> answer.status() == 403);

        tenant.admin().delete("/api/v1/policies/" + policy).expect(204);
        within(A_SECOND, there, "/api/plugins/crm/contacts", answer -> answer.status() == 200);
    }

    @Test
    void a_user_suspended_here_is_out_there() {
        Login guest =
                new Login(tenant.tenant().slug(), "guest@" + tenant.tenant().slug() + ".example", "Just-Visiting-1");
        String id = tenant.admin()
                .post(
                        "/api/v1/users",
                        Map.of(
                                "email", guest.username(),
                                "firstName", "Gus",
                                "lastName", "Guest",
                                "password", guest.password(),
                                "roles", List.of("viewer")))
                .expect(201)
                .at("/id");
        Http there = two.http().as(one.token(guest));
        there.get(ME).expect(200);

        tenant.admin().post("/api/v1/users/" + id + "/suspend").expect(200);

        within(A_SECOND, there, ME, answer -> answer.status() == 401);
    }

    @Test
    void a_tenant_made_suspended_and_activated_here_is_so_there() {
        TestTenant made = TestTenant.create(one);
        String path = "/api/v1/tenants/" + made.slug();
        Http there = two.http().as(one.token(made.admin()));
        within(A_SECOND, there, ME, answer -> answer.status() == 200);

        one.boss().post(path + "/suspend").expect(200);
        within(A_SECOND, there, ME, answer -> answer.code().equals("tenant-not-active"));

        one.boss().post(path + "/activate").expect(200);
        within(A_SECOND, there, ME, answer -> answer.status() == 401);
        two.http().post("/api/v1/auth/login", made.admin().body()).expect(200);

        one.boss().delete(path + "?mode=hard").expect(204);
        Http boss = two.http().as(one.token(one.credentials().superAdmin()));
        within(A_SECOND, boss, path, answer -> answer.status() == 404);
    }

    @Test
    void a_plugin_disabled_here_is_closed_there() {
        String plugin = tenant.tenant().plugin("crm");
        Http there = two.http().as(one.token(tenant.tenant().admin()));
        there.get("/api/plugins/crm/contacts").expect(200);

        tenant.admin().post(plugin + "/disable").expect(200);
        within(
                A_SECOND,
                there,
                "/api/plugins/crm/contacts",
                answer -> answer.code().equals("plugin-not-enabled"));

        tenant.admin().post(plugin + "/enable").expect(200);
        within(A_SECOND, there, "/api/plugins/crm/contacts", answer -> answer.status() == 200);
    }

    @Test
    void a_plugin_published_here_runs_there() {
        String id = Published.freshId();
        Published.probe(one, tenant.tenant(), id);

        Http there = two.http().as(one.token(tenant.tenant().admin()));
        Published.soon().until(() -> Published.version(there, id).status() == 200);
    }

    private void roles(String... names) {
        String user = tenant.admin()
                .get("/api/v1/users?q=" + tenant.viewer().username())
                .expect(200)
                .at("/items/0/id");
        tenant.admin()
                .put("/api/v1/users/" + user + "/roles", Map.of("roles", List.of(names)))
                .expect(200);
    }

    private static void within(Duration limit, Http client, String path, Predicate<Answer> wanted) {
        Awaitility.await()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .until(() -> client.get(path), wanted);
    }
}
