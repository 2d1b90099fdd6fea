package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.ReceivedSpan;
import io.plexica.itests.support.TestTenant;
import io.plexica.itests.support.TraceReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@Order(BlackBox.HURTS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesIT {

    private static final String CALLER = "b7ad6b7169203331";

    private final Platform platform;
    private final Path settings;
    private final TraceReceiver receiver = TraceReceiver.open();
    private final String speaker = Published.freshId();
    private final String listener = Published.freshId();
    private TestTenant tenant;

    TracesIT(Platform platform) {
        this.platform = platform;
        this.settings = platform.home().resolve("etc/io.plexica.observability.cfg");
    }

    @BeforeAll
    void exportTraces() throws IOException {
        Published.upload(platform, Gossip.speaker(speaker));
        Published.upload(platform, Gossip.listener(listener, speaker));
        tenant = TestTenant.create(platform);
        Published.install(platform, tenant, speaker);
        Published.install(platform, tenant, listener);
        Files.writeString(settings, "otlpEndpoint = " + receiver.url() + "\n");
        soon().untilAsserted(() -> {
            platform.http().get("/api/v1/auth/me").expect(401);
            assertThat(receiver.spans()).isNotEmpty();
        });
    }

    @AfterAll
    void exportNoMore() throws IOException {
        Files.delete(settings);
        receiver.close();
    }

    @Test
    void a_call_is_one_trace_from_the_caller_through_sql_and_the_event_to_its_handler() {
        String trace = freshTrace();
        String name = speaker + ".thing.said";
        Answer answer = tenant.client(platform)
                .with("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .post("/api/plugins/" + speaker + "/say/hello/1")
                .expect(200);
        assertThat(answer.header("X-Trace-Id")).isEqualTo(trace);

        soon().untilAsserted(
                        () -> assertThat(receiver.find(trace, "handle " + name)).isNotNull());
        ReceivedSpan call = receiver.find(trace, "POST /api/plugins/" + speaker + "/say/{thing}/{n}");
        ReceivedSpan published = receiver.find(trace, "publish " + name);
        ReceivedSpan handled = receiver.find(trace, "handle " + name);
        assertThat(call).isNotNull();
        assertThat(call.parentId()).isEqualTo(CALLER);
        assertThat(call.notes())
                .containsEntry("plexica.tenant", tenant.slug())
                .containsEntry("http.response.status_code", "200");
        assertThat(receiver.of(trace)).anyMatch(span -> span.name().equals("select") && span.isPartOf(call));
        assertThat(receiver.of(trace)).anyMatch(span -> span.name().equals("commit") && span.isPartOf(call));
        assertThat(published.isPartOf(call)).isTrue();
        assertThat(handled.isPartOf(published)).isTrue();
        assertThat(handled.notes()).containsEntry("plexica.plugin", listener);
        assertThat(receiver.of(trace)).anyMatch(span -> span.name().equals("insert") && span.isPartOf(handled));
    }

    @Test
    void what_the_identity_server_is_asked_is_a_part_of_the_call() {
        String trace = freshTrace();
        tenant.client(platform);
        platform.http()
                .with("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .post("/api/v1/auth/login", tenant.admin().body())
                .expect(200);

        soon().untilAsserted(() -> {
            ReceivedSpan call = receiver.find(trace, "POST /api/v1/auth/login");
            assertThat(call).isNotNull();
            assertThat(receiver.of(trace))
                    .anyMatch(span -> span.name().equals("identity server") && span.isPartOf(call));
        });
    }

    @Test
    void callers_may_ask_for_silence_and_secrets_stay_at_home() {
        String silent = freshTrace();
        String loud = freshTrace();
        Http admin = tenant.client(platform);
        admin.with("traceparent", "00-" + silent + "-" + CALLER + "-00")
                .get("/api/v1/users")
                .expect(200);
        String password = "Nobody-Traces-This-1";
        admin.with("traceparent", "00-" + loud + "-" + CALLER + "-01")
                .post("/api/v1/users", Map.of("email", "eve@" + tenant.slug() + ".example", "password", password))
                .expect(201);

        soon().untilAsserted(() ->
                assertThat(receiver.find(loud, "POST /api/v1/users")).isNotNull());
        assertThat(receiver.of(silent)).isEmpty();
        assertThat(receiver.everything())
                .doesNotContain(password, platform.token(tenant.admin()), "eve@" + tenant.slug());
        platform.secrets().forEach(secret -> assertThat(receiver.everything()).doesNotContain(secret));
    }

    private static String freshTrace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong() | 1, random.nextLong());
    }
}
