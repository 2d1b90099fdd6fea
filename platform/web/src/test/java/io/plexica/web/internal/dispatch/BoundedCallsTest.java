package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginCalls.Figures;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.PluginServers.PluginServer;
import io.plexica.web.internal.settings.LimitSettings;
import io.plexica.web.internal.settings.Settings;
import io.plexica.web.internal.support.BadResources;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedCallsTest {

    private static final PluginRef BAD = new PluginRef("bad", "1.0.0");
    private static final PluginRef GOOD = new PluginRef("good", "1.0.0");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Settings SETTINGS = Site.settings(
            new BoundSettings(64, 128, Duration.ofSeconds(30), 8, 50, 6, Duration.ofSeconds(1)), LimitSettings.NONE);

    private final BadResources.Bad bad = new BadResources.Bad();
    private Site site;
    private PluginServer server;

    @BeforeEach
    void open() throws Exception {
        site = new Site(SETTINGS);
        site.plugin(GOOD, new BadResources.Good());
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.rooms.user(site.rooms.tenant("globex", TenantStatus.ACTIVE), "gil", "member");
        for (String tenant : List.of("acme", "globex")) {
            site.rooms.install(tenant, BAD, true);
            site.rooms.install(tenant, GOOD, true);
        }
    }

    @AfterEach
    void close() throws Exception {
        bad.letGo();
        site.close();
    }

    @Test
    void who_takes_too_long_is_cut_off_and_rolled_back() throws Exception {
        serve(new Limits(null, Duration.ofMillis(300), null), bad);

        Answer answer = get("heeds");

        assertThat(answer.code()).isEqualTo("504 plugin-timeout");
        assertThat(answer.json().path("plugin").asText()).isEqualTo("bad");
        assertThat(answer.json().path("traceId").asText()).isEqualTo(answer.header("X-Trace-Id"));
        Awaitility.await().until(() -> figures().inFlight() == 0);
        assertThat(bad.wasInterrupted()).isTrue();
        assertThat(site.rooms.database.rollbacks.get()).isEqualTo(1);
        assertThat(figures().timeouts()).isEqualTo(1);
        assertThat(figures().errors()).isEqualTo(1);
        assertThat(get("works").text()).isEqualTo("[\"yes\"]");
    }

    @Test
    void who_does_not_heed_is_counted_and_keeps_its_place() throws Exception {
        serve(new Limits(1, Duration.ofMillis(300), 0), bad);

        assertThat(get("heeds-not").code()).isEqualTo("504 plugin-timeout");
        Awaitility.await().until(() -> figures().hungThreads() == 1);
        assertThat(figures().inFlight()).isEqualTo(1);
        Answer refused = get("works");
        assertThat(refused.code()).isEqualTo("503 plugin-overloaded");
        assertThat(refused.json().path("plugin").asText()).isEqualTo("bad");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(site.http.get("/api/plugins/bad/works").as("gil").send().text())
                .isEqualTo("[\"yes\"]");
        assertThat(site.calls.byTenant(BAD).get("acme").hungThreads()).isEqualTo(1);
        assertThat(site.calls.byTenant(BAD).get("globex").hungThreads()).isZero();

        int before = site.rooms.database.commits.get();
        bad.letGo();

        Awaitility.await().until(() -> figures().inFlight() == 0);
        assertThat(figures().hungThreads()).isZero();
        assertThat(site.rooms.database.commits.get()).isEqualTo(before);
        assertThat(get("works").text()).isEqualTo("[\"yes\"]");
        assertThat(server.drainAndClose(LONG)).isTrue();
    }

    @Test
    void a_thread_hangs_by_the_fault_of_the_plugin_whose_service_it_is_in_and_keeps_nobody_elses_place()
            throws Exception {
        serve(new Limits(1, Duration.ofMillis(300), 0), bad);

        Answer answer = get("uses");

        assertThat(answer.code()).isEqualTo("504 plugin-timeout");
        assertThat(answer.json().path("plugin").asText()).isEqualTo("bad");
        assertThat(answer.json().path("detail").asText()).contains("it waited for the plugin good");
        Awaitility.await().until(() -> site.calls.figures(GOOD).hungThreads() == 1);
        assertThat(figures().hungThreads()).isZero();
        assertThat(figures().errors()).isEqualTo(1);
        assertThat(site.calls.byTenant(BAD).get("acme").hungThreads()).isZero();
        assertThat(figures().inFlight()).isZero();
        assertThat(get("works").text()).isEqualTo("[\"yes\"]");
        bad.letGo();
        Awaitility.await().until(() -> site.calls.figures(GOOD).hungThreads() == 0);
        Awaitility.await().untilAsserted(() -> assertThat(figures().inFlight()).isZero());
    }

    @Test
    void who_hangs_is_a_failure_when_it_is_cut_off_and_not_a_second_time_when_it_lets_go() throws Exception {
        serve(new Limits(null, Duration.ofMillis(300), null), bad);
        List<CompletableFuture<Answer>> calls =
                IntStream.range(0, 6).mapToObj(i -> call("heeds-not")).toList();
        for (CompletableFuture<Answer> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS).code()).isEqualTo("504 plugin-timeout");
        }

        assertThat(figures().calls()).isEqualTo(6);
        assertThat(figures().errors()).isEqualTo(6);
        assertThat(figures().breaker()).isNotEqualTo(BreakerState.CLOSED);
        assertThat(site.calls.counts(BAD, "acme").errors()).isEqualTo(6);

        bad.letGo();

        Awaitility.await().until(() -> figures().inFlight() == 0);
        assertThat(figures().calls()).isEqualTo(6);
    }

    @Test
    void an_answer_that_cannot_be_written_down_in_time_is_cut_off_too() throws Exception {
        serve(new Limits(null, Duration.ofMillis(300), null), bad);
        assertThat(get("getter").code()).isEqualTo("504 plugin-timeout");
        Awaitility.await().until(() -> figures().hungThreads() == 0 && figures().inFlight() == 0);
    }

    @Test
    void an_answer_that_has_begun_and_does_not_end_is_broken_off() throws Exception {
        serve(new Limits(null, Duration.ofMillis(100), null), bad);

        assertThat(call("streams")).failsWithin(Duration.ofSeconds(15));

        Awaitility.await().until(bad::wasInterrupted);
        Awaitility.await().until(() -> figures().hungThreads() == 1);
        assertThat(figures().timeouts()).isEqualTo(1);
        assertThat(figures().errors()).isEqualTo(1);
        bad.letGo();
        Awaitility.await().until(() -> figures().inFlight() == 0);
        assertThat(get("works").status()).isEqualTo(200);
    }

    @Test
    void filters_are_bounded_as_methods_are() throws Exception {
        serve(new Limits(null, Duration.ofMillis(300), null), bad, new BadResources.Stopper());
        assertThat(get("works").code()).isEqualTo("504 plugin-timeout");
        Awaitility.await().until(() -> figures().inFlight() == 0);
    }

    @Test
    void more_than_places_and_queue_hold_is_refused_and_the_rest_is_served() throws Exception {
        serve(new Limits(1, Duration.ofSeconds(20), 1), bad);
        CompletableFuture<Answer> first = call("heeds");
        Awaitility.await().until(() -> figures().inFlight() == 1);
        CompletableFuture<Answer> second = call("works");
        Awaitility.await().until(() -> figures().queued() == 1);

        assertThat(get("works").code()).isEqualTo("503 plugin-overloaded");
        assertThat(figures().rejected()).isEqualTo(1);

        bad.letGo();
        assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(second.get(20, TimeUnit.SECONDS).text()).isEqualTo("[\"yes\"]");
    }

    @Test
    void one_plugin_does_not_get_all_threads() throws Exception {
        serve(new Limits(null, Duration.ofSeconds(20), null), bad);
        List<CompletableFuture<Answer>> flood =
                IntStream.range(0, 20).mapToObj(i -> call("heeds")).toList();
        Awaitility.await().until(() -> figures().inFlight() == 8 && figures().rejected() == 12);

        assertThat(site.http.get("/api/plugins/good/").as("ann").send().text()).isEqualTo("[\"yes\"]");
        assertThat(get("works").code()).isEqualTo("503 plugin-overloaded");

        bad.letGo();
        CompletableFuture.allOf(flood.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        assertThat(get("works").status()).isEqualTo(200);
    }

    @Test
    void who_keeps_failing_is_left_alone_and_tried_again() throws Exception {
        serve(Limits.NONE, bad);
        assertThat(get("fails").code()).isEqualTo("500 plugin-error");
        assertThat(get("says-500").code()).isEqualTo("500 plugin-error");
        assertThat(get("recurses").code()).isEqualTo("500 plugin-error");
        for (int i = 0; i < 3; i++) {
            get("fails");
        }

        Answer spared = get("works");
        assertThat(spared.code()).isEqualTo("503 plugin-unavailable");
        assertThat(spared.json().path("plugin").asText()).isEqualTo("bad");
        assertThat(spared.header("Retry-After")).isEqualTo("1");
        assertThat(figures().breaker()).isEqualTo(BreakerState.OPEN);
        Awaitility.await()
                .untilAsserted(() -> assertThat(site.calls.counts(BAD, null).errors())
                        .as("whoever is refused counts as failed")
                        .isEqualTo(figures().errors() + 1));
        assertThat(site.http.get("/api/plugins/bad/works").as("gil").send().status())
                .isEqualTo(200);

        Awaitility.await().until(() -> get("works").status() == 200);
        // The caller has its answer a moment before the call is accounted for.
        Awaitility.await().until(() -> figures().breaker() == BreakerState.CLOSED);
    }

    @Test
    void who_keeps_running_into_the_statement_timeout_is_left_alone_too() throws Exception {
        serve(Limits.NONE, bad);
        for (int i = 0; i < 6; i++) {
            assertThat(get("times-out").code()).isEqualTo("503 unavailable");
        }
        assertThat(get("works").code()).isEqualTo("503 plugin-unavailable");
    }

    @Test
    void refusals_and_outages_of_the_platform_are_nobodys_failure() throws Exception {
        serve(Limits.NONE, bad);
        for (int i = 0; i < 10; i++) {
            assertThat(get("outage").status()).isGreaterThanOrEqualTo(500);
            assertThat(get("outage-in-its-own-words").code()).isEqualTo("500 plugin-error");
            assertThat(get("nothing").code()).isEqualTo("404 not-found");
        }
        assertThat(figures().breaker()).isEqualTo(BreakerState.CLOSED);
        assertThat(get("works").status()).isEqualTo(200);
    }

    @Test
    void calls_are_counted_by_version_and_tenant() throws Exception {
        serve(Limits.NONE, bad);
        get("works");
        get("fails");
        site.http.get("/api/plugins/bad/works").as("gil").send();
        site.http.get("/api/plugins/bad/works").send();

        assertThat(site.calls.counts(BAD, null).calls()).isEqualTo(3);
        assertThat(site.calls.counts(BAD, null).errors()).isEqualTo(1);
        assertThat(site.calls.counts(BAD, "globex").calls()).isEqualTo(1);
        assertThat(site.calls.counts(BAD, "nobody").calls()).isZero();
        assertThat(figures().errorRate()).isBetween(0.3, 0.4);
        assertThat(figures().p95()).isPositive();
        assertThat(site.calls.byTenant(BAD)).containsOnlyKeys("acme", "globex");
    }

    private void serve(Limits limits, Object... resources) {
        server = site.plugins.serve(BAD, "bad", List.of(resources), Site.class.getClassLoader(), limits);
        site.rooms.available(BAD);
    }

    private Figures figures() {
        return site.calls.figures(BAD);
    }

    private CompletableFuture<Answer> call(String path) {
        return site.http.get("/api/plugins/bad/" + path).as("ann").sendAsync();
    }

    private Answer get(String path) throws Exception {
        return site.http.get("/api/plugins/bad/" + path).as("ann").send();
    }
}
