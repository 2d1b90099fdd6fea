package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {

    private static final int FREE = 100;

    private final Platform platform;
    private final String id = Published.freshId();
    private TestTenant tenant;
    private TestTenant neighbour;

    LimitsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void putTwoTenantsOnThePlanFree() {
        Published.upload(platform, Probe.version(id, "1.0.0"));
        tenant = onFree();
        neighbour = onFree();
    }

    @Test
    void the_call_after_the_hundredth_is_refused_and_says_when_to_go_on() {
        Http admin = tenant.client(platform);
        assertThat(exhaust(admin, "version")).isEqualTo(FREE);

        Answer refused = Published.version(admin, id).refused(429, "rate-limited");
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("100");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit-Reset")).isEqualTo(refused.header("Retry-After"));

        assertThat(call(admin, "any").expect(200).header("RateLimit-Remaining")).isEqualTo("99");
        Published.version(colleague(), id).expect(200);
        assertThat(Published.version(neighbour.client(platform), id).expect(200).header("RateLimit-Remaining"))
                .isEqualTo("99");
    }

    @Test
    void guessing_paths_counts_whatever_is_guessed() {
        Http admin = neighbour.client(platform);
        List<String> guesses = List.of("/api/v1/x", "/api/plugins/nothing/x", "/api/plugins/" + id + "/x", "/api/x");
        for (int i = 0; i < FREE; i++) {
            admin.get(guesses.get(i % guesses.size()) + i).expect(404);
        }
        for (String guess : guesses) {
            admin.get(guess).refused(429, "rate-limited");
        }
        admin.get("/api/v1/auth/me").expect(200);
    }

    private TestTenant onFree() {
        TestTenant made = TestTenant.create(platform);
        Published.install(platform, made, id);
        platform.boss()
                .patch("/api/v1/tenants/" + made.slug(), Map.of("plan", "free"))
                .expect(200);
        return made;
    }

    private Http colleague() {
        Login login = new Login(tenant.slug(), "bob@" + tenant.slug() + ".example", "Colleague-0-Bob");
        Map<String, Object> body = Map.of(
                "email",
                login.username(),
                "firstName",
                "Bob",
                "lastName",
                "Builder",
                "password",
                login.password(),
                "roles",
                List.of("member"));
        tenant.client(platform).post("/api/v1/users", body).expect(201);
        return platform.as(login);
    }

    /** How many of more calls than there may be, at once, were answered. */
    private long exhaust(Http http, String path) {
        List<CompletableFuture<Answer>> answers = IntStream.range(0, FREE + 30)
                .mapToObj(i -> http.getLater("/api/plugins/" + id + "/" + path))
                .toList();
        return answers.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() == 200)
                .count();
    }

    private Answer call(Http http, String path) {
        return http.get("/api/plugins/" + id + "/" + path);
    }
}
