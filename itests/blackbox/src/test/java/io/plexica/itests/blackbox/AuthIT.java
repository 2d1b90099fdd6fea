package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@BlackBox
class AuthIT {

    private static final String LOGIN = "/api/v1/auth/login";
    private static final String REFRESH = "/api/v1/auth/refresh";
    private static final String LOGOUT = "/api/v1/auth/logout";
    private static final String ME = "/api/v1/auth/me";

    private final Platform platform;
    private final Http nobody;

    AuthIT(Platform platform) {
        this.platform = platform;
        this.nobody = platform.http();
    }

    @Test
    void a_sign_in_gives_tokens_that_work() {
        Answer tokens = signIn(platform.credentials().of("acme", "member"));

        assertThat(tokens.at("/tokenType")).isEqualTo("Bearer");
        assertThat(tokens.json().path("expiresIn").asInt()).isBetween(1, 300);
        assertThat(tokens.header("Cache-Control")).contains("no-store");
        nobody.as(tokens.at("/accessToken")).get(ME).expect(200);
        nobody.with("Authorization", "bEaReR " + tokens.at("/accessToken"))
                .get(ME)
                .expect(200);
    }

    @Test
    void a_user_sees_who_they_are_and_what_they_may_do() {
        Login login = platform.credentials().of("acme", "viewer");
        JsonNode me = platform.as(login).get(ME).expect(200).json();

        assertThat(me.at("/user/email").asText()).isEqualTo(login.username());
        assertThat(me.at("/user/status").asText()).isEqualTo("ACTIVE");
        assertThat(me.path("superAdmin").asBoolean()).isFalse();
        assertThat(me.at("/tenant/slug").asText()).isEqualTo("acme");
        assertThat(me.at("/tenant/plan").asText()).isEqualTo("enterprise");
        assertThat(me.path("roles").toString()).isEqualTo("[\"viewer\"]");
        assertThat(me.path("permissions").toString())
                .contains("crm:contacts:read")
                .doesNotContain("crm:contacts:write");
        assertThat(me.at("/workspace/slug").asText()).isEqualTo("default");
        assertThat(me.path("plugins").findValuesAsText("id")).contains("crm");
    }

    @Test
    void a_super_admin_has_no_tenant() {
        JsonNode me = platform.boss().get(ME).expect(200).json();

        assertThat(me.path("superAdmin").asBoolean()).isTrue();
        assertThat(me.path("tenant").isNull() || me.path("tenant").isMissingNode())
                .isTrue();
    }

    @Test
    void a_wrong_user_and_a_wrong_password_look_the_same() {
        Login right = platform.credentials().of("globex", "viewer");
        Answer wrongPassword = attempt("globex", right.username(), "not-it").refused(401, "unauthenticated");
        Answer wrongUser = attempt("globex", "nobody@globex.example", "not-it").refused(401, "unauthenticated");
        Answer wrongTenant =
                attempt("no-such-tenant", right.username(), right.password()).refused(401, "unauthenticated");

        assertThat(withoutIds(wrongUser)).isEqualTo(withoutIds(wrongPassword));
        assertThat(withoutIds(wrongTenant)).isEqualTo(withoutIds(wrongPassword));
        attempt("acme", right.username(), right.password()).refused(401, "unauthenticated");
    }

    @Test
    void an_incomplete_sign_in_is_explained() {
        nobody.post(LOGIN, Map.of("username", "x"))
                .refused(400, "validation-failed")
                .pointsAt("/tenant", "/password");
        nobody.post(LOGIN, Map.of("tenant", "acme", "username", "x", "password", "y", "remember", true))
                .refused(400, "validation-failed")
                .pointsAt("/remember");
    }

    @Test
    void guessing_is_slowed_down_for_that_user_alone() {
        TestTenant tenant = TestTenant.create(platform);
        Login login = tenant.admin();

        int refusedLater = IntStream.range(0, 25)
                .map(i -> attempt(tenant.slug(), "victim@" + tenant.slug() + ".example", "guess-" + i)
                        .status())
                .filter(status -> status == 429)
                .sum();

        assertThat(refusedLater).as("guesses beyond 20 a minute").isPositive();
        Answer limited = attempt(tenant.slug(), "victim@" + tenant.slug() + ".example", "once-more")
                .refused(429, "rate-limited");
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
        attempt(tenant.slug(), login.username(), login.password()).expect(200);
    }

    @Test
    void one_user_may_sign_in_from_many_places_at_once() {
        Map<String, String> body = platform.credentials().of("globex", "member").body();

        List<CompletableFuture<Answer>> all =
                Stream.generate(() -> nobody.postLater(LOGIN, body)).limit(8).toList();

        assertThat(all.stream().map(CompletableFuture::join)).allSatisfy(answer -> answer.expect(200));
    }

    @Test
    void refreshing_gives_new_tokens_with_and_without_the_tenants_name() {
        Answer first = signIn(platform.credentials().of("acme", "member"));

        Answer second = nobody.post(REFRESH, Map.of("tenant", "acme", "refreshToken", first.at("/refreshToken")))
                .expect(200);
        Answer third = nobody.post(REFRESH, Map.of("refreshToken", second.at("/refreshToken")))
                .expect(200);

        nobody.as(third.at("/accessToken")).get(ME).expect(200);
        nobody.post(REFRESH, Map.of("refreshToken", "rubbish")).refused(401, "unauthenticated");
        nobody.post(REFRESH, Map.of("tenant", "globex", "refreshToken", third.at("/refreshToken")))
                .refused(401, "unauthenticated");
        nobody.post(REFRESH, Map.of("refreshToken", third.at("/accessToken"))).refused(401, "unauthenticated");
    }

    @Test
    void after_a_logout_both_tokens_are_dead_within_a_second() {
        Answer tokens = signIn(platform.credentials().of("acme", "viewer"));
        Http viewer = nobody.as(tokens.at("/accessToken"));
        viewer.get(ME).expect(200);

        viewer.post(LOGOUT, Map.of("refreshToken", tokens.at("/refreshToken"))).expect(204);

        soon().untilAsserted(() -> viewer.get(ME).refused(401, "unauthenticated"));
        nobody.post(REFRESH, Map.of("refreshToken", tokens.at("/refreshToken"))).refused(401, "unauthenticated");
        platform.as("acme", "member").get(ME).expect(200);
    }

    @Test
    void suspending_a_tenant_works_at_once_and_old_tokens_stay_dead() {
        TestTenant tenant = TestTenant.create(platform);
        Answer tokens = signIn(tenant.admin());
        Http before = nobody.as(tokens.at("/accessToken"));
        before.get(ME).expect(200);

        platform.boss().post("/api/v1/tenants/" + tenant.slug() + "/suspend").expect(200);
        before.get(ME).refused(403, "tenant-not-active");
        nobody.post(LOGIN, tenant.admin().body()).refused(401, "unauthenticated");
        nobody.post(REFRESH, Map.of("refreshToken", tokens.at("/refreshToken"))).refused(401, "unauthenticated");

        platform.boss().post("/api/v1/tenants/" + tenant.slug() + "/activate").expect(200);
        before.get(ME).refused(401, "unauthenticated");
        nobody.post(REFRESH, Map.of("refreshToken", tokens.at("/refreshToken"))).refused(401, "unauthenticated");
        nobody.as(signIn(tenant.admin()).at("/accessToken")).get(ME).expect(200);
    }

    private Answer signIn(Login login) {
        return nobody.post(LOGIN, login.body()).expect(200);
    }

    private Answer attempt(String tenant, String username, String password) {
        return nobody.post(LOGIN, Map.of("tenant", tenant, "username", username, "password", password));
    }

    private static String withoutIds(Answer answer) {
        return answer.text().replace(answer.at("/traceId"), "");
    }
}
