package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Servers.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@BlackBox
@Order(BlackBox.HURTS)
class OutagesIT {

    private static final String CONTACTS = "/api/plugins/crm/contacts";
    private static final String LOGIN = "/api/v1/auth/login";
    /** What callers may have to wait for a refusal. */
    private static final Duration IN_TIME = Duration.ofSeconds(35);

    private final Platform platform;
    private Kind paused;

    OutagesIT(Platform platform) {
        this.platform = platform;
    }

    @AfterEach
    void letEverythingRunAgain() {
        if (paused != null) {
            platform.servers().resume(paused);
        }
        recovered();
    }

    @Test
    void a_hanging_database_is_answered_in_time_and_recovery_needs_no_restart() {
        Http viewer = platform.as("acme", "viewer");
        viewer.get(CONTACTS).expect(200);
        pause(Kind.POSTGRESQL);

        List<Answer> answers = Stream.generate(() -> viewer.getLater(CONTACTS)).limit(5).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.refused(503, "unavailable").header("Retry-After")).matches("\\d+");
            assertThat(answer.took()).isLessThan(IN_TIME);
        });
        assertThat(platform.http().get("/health/live").expect(200).at("/status"))
                .isEqualTo("UP");
        soon().untilAsserted(() -> assertThat(
                        platform.http().get("/health/ready").expect(503).at("/status"))
                .isEqualTo("DOWN"));

        resume();
        soon().untilAsserted(() -> viewer.get(CONTACTS).expect(200));
        recovered();
    }

    @Test
    void a_killed_database_comes_back_by_itself_and_loses_nothing() {
        Http member = platform.as("acme", "member");
        String id =
                member.post(CONTACTS, Map.of("name", "Survivor")).expect(201).at("/id");

        platform.servers().kill(Kind.POSTGRESQL);
        Answer during = member.get(CONTACTS + "/" + id);
        assertThat(during.status()).as(during.text()).isIn(200, 503);

        Published.soon()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                member.get(CONTACTS + "/" + id).expect(200).at("/name"))
                        .isEqualTo("Survivor"));
        member.post(CONTACTS, Map.of("name", "After the storm")).expect(201);
    }

    @Test
    void while_keycloak_hangs_valid_tokens_go_on_and_signing_in_says_unavailable() {
        Http viewer = platform.as("acme", "viewer");
        viewer.get(CONTACTS).expect(200);
        pause(Kind.KEYCLOAK);

        viewer.get(CONTACTS).expect(200);
        Answer login = platform.http()
                .post(LOGIN, platform.credentials().of("acme", "member").body());
        assertThat(login.refused(503, "unavailable").header("Retry-After")).matches("\\d+");
        assertThat(login.took()).isLessThan(IN_TIME);
        viewer.get(CONTACTS).expect(200);

        resume();
        soon().untilAsserted(() -> platform.http()
                .post(LOGIN, platform.credentials().of("acme", "member").body())
                .expect(200));
    }

    @Test
    void a_killed_keycloak_comes_back_by_itself() {
        Http viewer = platform.as("acme", "viewer");
        viewer.get(CONTACTS).expect(200);

        platform.servers().kill(Kind.KEYCLOAK);

        platform.http()
                .post(LOGIN, platform.credentials().of("acme", "member").body())
                .refused(503, "unavailable");
        viewer.get(CONTACTS).expect(200);
        Published.soon()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> platform.http()
                        .post(LOGIN, platform.credentials().of("acme", "member").body())
                        .expect(200));
    }

    private void pause(Kind kind) {
        platform.servers().pause(kind);
        paused = kind;
    }

    private void resume() {
        platform.servers().resume(paused);
        paused = null;
    }

    private void recovered() {
        Published.soon().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(platform.boss().get("/health").expect(200).at("/status")).isEqualTo("healthy");
            // Keycloak may have connections to a database that is gone, and notices it one at a time.
            for (int i = 0; i < 5; i++) {
                platform.http()
                        .post(LOGIN, platform.credentials().of("acme", "member").body())
                        .expect(200);
            }
        });
    }
}
