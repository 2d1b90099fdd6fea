package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins that behave badly, and neighbours that must not notice. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainmentIT {

    private static final String BAD = """
            package {{package}};

            import io.plexica.api.analytics.Usage;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.*;
            import java.util.List;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.TimeUnit;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;

            @Component(service = Bad.class)
            @PlexicaResource
            @Path("/")
            @Produces("application/json")
            @Authenticated
            public class Bad {
                private final Usage usage;

                @Activate
                public Bad(@Reference Usage usage) { this.usage = usage; }

                @GET @Path("works")
                public List<String> works() { return List.of("yes"); }

                @GET @Path("hangs")
                public List<String> hangs() throws InterruptedException {
                    new CountDownLatch(1).await();
                    return List.of();
                }

                @GET @Path("hangs-on")
                public List<String> hangsOn() {
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
                    while (System.nanoTime() < end) {
                        try { new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS); } catch (InterruptedException e) { }
                    }
                    return List.of();
                }

                @GET @Path("slow")
                public List<String> slow() throws InterruptedException {
                    new CountDownLatch(1).await(1, TimeUnit.SECONDS);
                    return List.of("yes");
                }

                @GET @Path("throws/{what}")
                public List<String> fails(@PathParam("what") String what) {
                    switch (what) {
                        case "error": throw new Error("secret");
                        case "memory": throw new OutOfMemoryError("secret");
                        case "linkage": throw new NoClassDefFoundError("secret/Type");
                        case "recursion": return fails(what);
                        default: throw new IllegalStateException("secret");
                    }
                }

                @POST @Path("used")
                public List<String> used() {
                    usage.track("thing-used");
                    return List.of("yes");
                }
            }
            """;
    private static final String LEAKY = """
            package {{package}};

            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.util.*;
            import java.util.concurrent.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;

            @Component(service = Leaky.class) @PlexicaResource @Path("/")
            public class Leaky {
                @Activate
                public Leaky() {
                    new Timer("{{id}}-timer", true).schedule(new TimerTask() { public void run() { } }, 60_000);
                    Thread thread = new Thread(Leaky::stay, "{{id}}-thread");
                    thread.start();
                }
                @GET @Authenticated public String works() { return "yes"; }
                private static void stay() {
                    try { new CountDownLatch(1).await(40, TimeUnit.SECONDS); } catch (InterruptedException e) { }
                }
            }
            """;
    private static final String EXIT = """
            package {{package}};
            public class Exit { public void now() { System.exit(1); } }
            """;

    private final Platform platform;
    private final String id = Published.freshId();
    private TestTenant tenant;

    ContainmentIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createATenant() {
        tenant = TestTenant.create(platform);
    }

    @AfterEach
    void theNeighboursAnswer() {
        neighbourAnswers();
    }

    @Test
    void a_call_that_hangs_is_cut_off_and_the_neighbours_answer_meanwhile() {
        String bad = publish(null, "PT1S", null);
        CompletableFuture<Answer> hanging = admin().getLater(path(bad, "hangs"));
        neighbourAnswers();

        Answer cut = hanging.join().refused(504, "plugin-timeout");

        assertThat(cut.at("/plugin")).isEqualTo(bad);
        assertThat(cut.took()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        admin().get(path(bad, "works")).expect(200);
        soon().untilAsserted(() -> assertThat(version(bad).path("inFlight").asInt()).isZero());
        assertThat(version(bad).path("timeouts").asInt()).isEqualTo(1);
    }

    @Test
    void threads_that_do_not_heed_are_counted_and_keep_their_places() {
        String bad = publish(2, "PT1S", 0);
        List<CompletableFuture<Answer>> hanging = IntStream.range(0, 2)
                .mapToObj(i -> admin().getLater(path(bad, "hangs-on")))
                .toList();
        hanging.forEach(call -> call.join().refused(504, "plugin-timeout"));

        soon().untilAsserted(
                        () -> assertThat(version(bad).path("hungThreads").asInt()).isEqualTo(2));
        Answer full = admin().get(path(bad, "works")).refused(503, "plugin-overloaded");
        assertThat(full.at("/plugin")).isEqualTo(bad);
        assertThat(full.header("Retry-After")).isNotEmpty();
        assertThat(health(bad)).contains("2 threads hang");
        neighbourAnswers();

        soon().untilAsserted(
                        () -> assertThat(version(bad).path("hungThreads").asInt()).isZero());
        admin().get(path(bad, "works")).expect(200);
    }

    @Test
    void a_flood_is_refused_beyond_places_and_queue() {
        String bad = publish(2, "PT20S", 2);
        List<CompletableFuture<Answer>> flood = IntStream.range(0, 20)
                .mapToObj(i -> admin().getLater(path(bad, "slow")))
                .toList();
        neighbourAnswers();

        List<Answer> answers = flood.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeGreaterThanOrEqualTo(4);
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 200).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> answer.refused(503, "plugin-overloaded"));
        assertThat(version(bad).path("rejected").asInt()).isEqualTo(refused.size());
        assertThat(version(bad).path("queued").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "memory", "linkage", "recursion", "exception"})
    void whatever_a_plugin_throws_is_its_error_by_name(String what) {
        String bad = Published.freshId();
        publish(bad, null, null, null);

        Answer failed = admin().get(path(bad, "throws/" + what)).refused(500, "plugin-error");

        assertThat(failed.at("/plugin")).isEqualTo(bad);
        assertThat(failed.text()).doesNotContain("secret");
        admin().get(path(bad, "works")).expect(200);
    }

    @Test
    void a_plugin_that_keeps_failing_is_left_alone_and_comes_back_by_itself() {
        String bad = publish(null, null, null);
        for (int i = 0; i < 20; i++) {
            admin().get(path(bad, "throws/exception")).refused(500, "plugin-error");
        }

        Answer spared = admin().get(path(bad, "works")).refused(503, "plugin-unavailable");
        assertThat(spared.at("/plugin")).isEqualTo(bad);
        assertThat(Integer.parseInt(spared.header("Retry-After"))).isBetween(1, 5);
        assertThat(version(bad).path("breaker").asText()).isEqualTo("OPEN");
        assertThat(health(bad)).contains("left alone in 1 tenant");
        neighbourAnswers();

        soon().untilAsserted(() -> admin().get(path(bad, "works")).expect(200));
        assertThat(version(bad).path("breaker").asText()).isEqualTo("CLOSED");
        assertThat(health(bad)).isEqualTo("UP");
    }

    @Test
    void a_plugin_that_would_end_the_process_is_refused() {
        PluginJar jar = PluginJar.of(id, "1.0.0").source("Exit", EXIT);

        Answer refused = platform.boss().upload(jar.build(Published.folder())).refused(422, "plugin-invalid");

        assertThat(refused.json().path("errors").toString()).contains(".Exit calls System.exit");
    }

    @Test
    void threads_that_outlive_their_plugin_are_named() {
        String leaky = Published.freshId();
        Published.upload(platform, PluginJar.of(leaky, "1.0.0").source("Leaky", LEAKY));
        platform.boss().delete("/api/v1/plugins/" + leaky + "/versions/1.0.0").expect(204);

        soon().untilAsserted(() -> assertThat(health(leaky))
                .contains("timer '" + leaky + "-timer'", "thread '" + leaky + "-thread', which is no daemon"));
        assertThat(platform.logs().tail(2_000)).contains(leaky + "-timer");
    }

    @Test
    void an_admin_sees_the_figures_of_the_own_tenant_and_operators_see_all() {
        TestTenant other = TestTenant.create(platform);
        String bad = publish(null, null, null);
        Published.install(platform, other, bad);
        admin().get(path(bad, "works")).expect(200);
        admin().get(path(bad, "throws/exception")).expect(500);
        other.client(platform).get(path(bad, "works")).expect(200);

        JsonNode all = stats(platform.boss(), bad);
        assertThat(all.path("plugin").asText()).isEqualTo(bad);
        assertThat(all.path("installations").asInt()).isEqualTo(2);
        assertThat(all.at("/versions/0/version").asText()).isEqualTo("1.0.0");
        assertThat(all.at("/versions/0/calls").asInt()).isEqualTo(3);
        assertThat(all.at("/versions/0/errors").asInt()).isEqualTo(1);
        assertThat(all.at("/versions/0/errorRate").asDouble()).isBetween(0.3, 0.4);
        assertThat(all.at("/versions/0/p95").asDouble()).isPositive();
        assertThat(all.path("tenants").findValuesAsText("tenant"))
                .containsExactlyInAnyOrder(tenant.slug(), other.slug());
        JsonNode own = stats(admin(), bad);
        assertThat(own.at("/versions/0/calls").asInt()).isEqualTo(2);
        assertThat(own.path("installations").asInt()).isEqualTo(1);
        assertThat(own.toString()).doesNotContain(other.slug());
        platform.as("acme", "member").get("/api/v1/plugins/crm/stats").refused(403, "permission-denied");
        platform.http().get("/api/v1/plugins/crm/stats").refused(401, "unauthenticated");
        platform.boss().get("/api/v1/plugins/nothing/stats").refused(404, "plugin-not-found");
        JsonNode top = platform.shell().json("plugin:top " + bad);
        assertThat(top.at("/0/versions/0/calls").asInt()).isEqualTo(3);
        assertThat(platform.shell().run("plugin:top")).contains("Requests", bad + "@1.0.0");
    }

    @Test
    void what_authors_count_is_shown_by_days() {
        String bad = publish(null, null, null);
        admin().post(path(bad, "used")).expect(200);
        admin().post(path(bad, "used")).expect(200);

        soon().untilAsserted(() -> assertThat(stats(admin(), bad).at("/usage/0/count").asInt())
                .isEqualTo(2));
        JsonNode usage = stats(admin(), bad).at("/usage/0");
        assertThat(usage.path("action").asText()).isEqualTo("thing-used");
        assertThat(usage.path("lastAt").asText()).isNotEmpty();
        String stats = "/api/v1/plugins/" + bad + "/stats";
        assertThat(admin().get(stats + "?from=2000-01-01&to=2000-01-02").expect(200).json().path("usage")).isEmpty();
        admin().get(stats + "?from=yesterday&to=tomorrow")
                .refused(400, "validation-failed")
                .pointsAt("/from", "/to");
        admin().get(stats + "?from=2026-02-01&to=2026-01-01")
                .refused(400, "validation-failed")
                .pointsAt("/to");
    }

    private String publish(Integer concurrency, String timeout, Integer queue) {
        String bad = Published.freshId();
        publish(bad, concurrency, timeout, queue);
        return bad;
    }

    private void publish(String bad, Integer concurrency, String timeout, Integer queue) {
        PluginJar jar = PluginJar.of(bad, "1.0.0").source("Bad", BAD).manifest(manifest -> {
            var limits = manifest.putObject("limits");
            if (concurrency != null) {
                limits.put("maxConcurrency", concurrency);
            }
            if (timeout != null) {
                limits.put("timeout", timeout);
            }
            if (queue != null) {
                limits.put("queue", queue);
            }
        });
        Published.upload(platform, jar);
        Published.install(platform, tenant, bad);
    }

    private void neighbourAnswers() {
        Answer answer =
                platform.as("acme", "viewer").get("/api/plugins/crm/contacts").expect(200);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
    }

    private Http admin() {
        return tenant.client(platform);
    }

    private static String path(String plugin, String path) {
        return "/api/plugins/" + plugin + "/" + path;
    }

    private JsonNode version(String plugin) {
        return stats(platform.boss(), plugin).at("/versions/0");
    }

    private static JsonNode stats(Http client, String plugin) {
        return client.get("/api/v1/plugins/" + plugin + "/stats").expect(200).json();
    }

    /** What the detail of the health of the plugins says of a version. */
    private String health(String plugin) {
        return platform.boss()
                .get("/health")
                .expect(200)
                .json()
                .path("checks")
                .path("plugins")
                .path("details")
                .path(plugin + "@1.0.0")
                .asText();
    }
}
