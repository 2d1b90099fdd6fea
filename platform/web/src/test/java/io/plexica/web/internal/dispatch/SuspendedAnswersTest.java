package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.PluginServers.PluginServer;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.StreamingOutput;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuspendedAnswersTest {

    private static final String PATH = "/api/plugins/slow/slow/";
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Slow slow = new Slow();
    private Site site;
    private PluginServer server;

    @Path("slow")
    @Produces("text/plain")
    @Authenticated
    public static class Slow {

        final LinkedBlockingQueue<AsyncResponse> waiting = new LinkedBlockingQueue<>();
        final CountDownLatch blocked = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);
        final CountDownLatch broken = new CountDownLatch(1);

        @GET
        @Path("later")
        public void later(@Suspended AsyncResponse response) {
            waiting.add(response);
        }

        @GET
        @Path("own-time")
        public void ownTime(@Suspended AsyncResponse response) {
            response.setTimeout(1, TimeUnit.HOURS);
        }

        @GET
        @Path("at-once")
        public void atOnce(@Suspended AsyncResponse response) {
            response.resume("at once");
        }

        @GET
        @Path("endless")
        public void endless(@Suspended AsyncResponse response) {
            response.resume((StreamingOutput) out -> {
                try {
                    while (letGo.getCount() > 0) {
                        out.write('.');
                        out.flush();
                        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                    }
                } finally {
                    broken.countDown();
                }
            });
        }

        @GET
        @Path("stage")
        public CompletionStage<String> stage() {
            return CompletableFuture.supplyAsync(() -> "staged");
        }

        @GET
        @Path("failed-stage")
        public CompletionStage<String> failedStage() {
            return CompletableFuture.failedFuture(new PlexicaException(ErrorCode.CONFLICT, "no: no"));
        }

        @GET
        @Path("block")
        public String block() throws InterruptedException {
            blocked.countDown();
            letGo.await();
            return Contexts.require().traceId();
        }
    }

    @BeforeEach
    void open() throws Exception {
        site = new Site();
        PluginRef plugin = new PluginRef("slow", "1.0.0");
        server = site.plugin(plugin, slow);
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.rooms.install("acme", plugin, true);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void a_suspended_answer_comes_when_it_is_resumed() throws Exception {
        CompletableFuture<Answer> answer = call("later");
        next().resume("done");
        assertThat(answer.get(10, TimeUnit.SECONDS).text()).isEqualTo("done");
        assertThat(get("at-once").text()).isEqualTo("at once");
        assertThat(get("stage").text()).isEqualTo("staged");
        assertThat(server.drainAndClose(LONG)).isTrue();
    }

    @Test
    void a_failure_that_comes_later_is_a_problem_like_any_other() throws Exception {
        CompletableFuture<Answer> coded = call("later");
        next().resume(new PlexicaException(ErrorCode.CONFLICT, "no: no"));
        assertThat(coded.get(10, TimeUnit.SECONDS).code()).isEqualTo("409 conflict");
        CompletableFuture<Answer> unknown = call("later");
        next().resume(new IllegalStateException("secret"));
        assertThat(unknown.get(10, TimeUnit.SECONDS).code()).isEqualTo("500 plugin-error");
        assertThat(get("failed-stage").code()).isEqualTo("409 conflict");
    }

    @Test
    void an_answer_that_never_comes_is_given_up() throws Exception {
        Answer answer = get("later");
        assertThat(answer.code()).isEqualTo("504 plugin-timeout");
        assertThat(answer.json().path("plugin").asText()).isEqualTo("slow");
        assertThat(get("own-time").code()).isEqualTo("504 plugin-timeout");
        assertThat(server.drainAndClose(LONG)).isTrue();
    }

    @Test
    void suspended_answers_keep_their_places_and_take_no_longer_than_calls_may() throws Exception {
        PluginRef bounded = new PluginRef("bounded", "1.0.0");
        Limits limits = new Limits(2, Duration.ofSeconds(1), 0);
        site.plugins.serve(bounded, "bounded", List.of(slow), Site.class.getClassLoader(), limits);
        site.rooms.available(bounded);
        site.rooms.install("acme", bounded, true);
        List<CompletableFuture<Answer>> calls =
                Stream.of("later", "own-time").map(this::bounded).toList();
        Awaitility.await().until(() -> site.calls.figures(bounded).inFlight() == 2);
        next();

        assertThat(bounded("at-once").get(10, TimeUnit.SECONDS).code()).isEqualTo("503 plugin-overloaded");
        for (CompletableFuture<Answer> call : calls) {
            assertThat(call.get(1800, TimeUnit.MILLISECONDS).code()).isEqualTo("504 plugin-timeout");
        }

        Awaitility.await().until(() -> site.calls.figures(bounded).inFlight() == 0);
        assertThat(site.calls.figures(bounded).timeouts()).isEqualTo(2);
        assertThat(site.calls.figures(bounded).errors()).isEqualTo(2);
        assertThat(bounded("at-once").get(10, TimeUnit.SECONDS).text()).isEqualTo("at once");
    }

    @Test
    void an_answer_that_is_resumed_and_does_not_end_is_broken_off() throws Exception {
        PluginRef bounded = new PluginRef("bounded", "1.0.0");
        Limits limits = new Limits(2, Duration.ofMillis(100), 0);
        site.plugins.serve(bounded, "bounded", List.of(slow), Site.class.getClassLoader(), limits);
        site.rooms.available(bounded);
        site.rooms.install("acme", bounded, true);

        assertThat(bounded("endless")).failsWithin(Duration.ofSeconds(20));

        assertThat(slow.broken.await(20, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().until(() -> site.calls.figures(bounded).inFlight() == 0);
        assertThat(site.calls.figures(bounded).timeouts()).isEqualTo(1);
        assertThat(bounded("at-once").get(10, TimeUnit.SECONDS).text()).isEqualTo("at once");
    }

    @Test
    void closing_waits_for_suspended_answers() throws Exception {
        CompletableFuture<Answer> answer = call("later");
        AsyncResponse response = next();
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> server.drainAndClose(LONG));
        Awaitility.await().until(() -> get("at-once").code().equals("503 plugin-unavailable"));
        assertThat(closed).isNotDone();
        response.resume("done");
        assertThat(answer.get(10, TimeUnit.SECONDS).text()).isEqualTo("done");
        assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_does_not_end_in_time_is_cut_off_with_an_answer() throws Exception {
        CompletableFuture<Answer> suspended = call("later");
        next();
        CompletableFuture<Answer> blocked = call("block");
        assertThat(slow.blocked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.drainAndClose(Duration.ofMillis(50))).isFalse();
        assertThat(suspended.get(10, TimeUnit.SECONDS).code()).isEqualTo("503 plugin-unavailable");
        assertThat(blocked.get(10, TimeUnit.SECONDS).code()).isEqualTo("503 plugin-unavailable");
    }

    private AsyncResponse next() throws InterruptedException {
        AsyncResponse response = slow.waiting.poll(10, TimeUnit.SECONDS);
        assertThat(response).isNotNull();
        return response;
    }

    private CompletableFuture<Answer> bounded(String path) {
        return site.http.get("/api/plugins/bounded/slow/" + path).as("ann").sendAsync();
    }

    private CompletableFuture<Answer> call(String path) {
        return site.http.get(PATH + path).as("ann").sendAsync();
    }

    private Answer get(String path) throws Exception {
        return site.http.get(PATH + path).as("ann").send();
    }
}
