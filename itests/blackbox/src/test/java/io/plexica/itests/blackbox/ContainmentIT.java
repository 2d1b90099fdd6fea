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
import org.jspecify.annotations.Nullable;
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

    private final Platform platform;
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
        CompletableFuture<Answer> hanging = admin().getLater(BadPlugin.path(bad, "hangs"));
        neighbourAnswers();

        Answer cut = hanging.join().refused(504, "plugin-timeout");

        assertThat(cut.at("/plugin")).isEqualTo(bad);
        assertThat(cut.took()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        admin().get(BadPlugin.path(bad, "works")).expect(200);
        soon().untilAsserted(
                        () -> assertThat(version(bad).path("inFlight").asInt()).isZero());
        assertThat(version(bad).path("timeouts").asInt()).isEqualTo(1);
    }

    @Test
    void threads_that_do_not_heed_are_counted_and_keep_their_places() {
        String bad = publish(2, "PT1S", 0);
        List<CompletableFuture<Answer>> hanging = IntStream.range(0, 2)
                .mapToObj(i -> admin().getLater(BadPlugin.path(bad, "hangs-on")))
                .toList();
        hanging.forEach(call -> call.join().refused(504, "plugin-timeout"));

        soon().untilAsserted(() ->
                assertThat(version(bad).path("hungThreads").asInt()).isEqualTo(2));
        Answer full = admin().get(BadPlugin.path(bad, "works")).refused(503, "plugin-overloaded");
        assertThat(full.at("/plugin")).isEqualTo(bad);
        assertThat(full.header("Retry-After")).isNotEmpty();
        soon().untilAsserted(() -> assertThat(health(bad)).contains("2 threads hang"));
        neighbourAnswers();

        soon().untilAsserted(() ->
                assertThat(version(bad).path("hungThreads").asInt()).isZero());
        admin().get(BadPlugin.path(bad, "works")).expect(200);
    }

    @Test
    void what_a_call_wrote_before_it_was_cut_off_is_not_kept_although_its_method_returns() {
        String bad = publish(null, "PT1S", null);
        admin().post(BadPlugin.path(bad, "rows/kept")).expect(200);

        admin().post(BadPlugin.path(bad, "rows/lost?then=hang-on")).refused(504, "plugin-timeout");

        soon().untilAsserted(
                        () -> assertThat(version(bad).path("inFlight").asInt()).isZero());
        assertThat(admin().get(BadPlugin.path(bad, "rows")).expect(200).text()).isEqualTo("[\"kept\"]");
    }

    @Test
    void a_flood_is_refused_beyond_places_and_queue() {
        String bad = publish(2, "PT20S", 2);
        List<CompletableFuture<Answer>> flood = IntStream.range(0, 20)
                .mapToObj(i -> admin().getLater(BadPlugin.path(bad, "slow")))
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
        String bad = publish(null, null, null);

        Answer failed = admin().get(BadPlugin.path(bad, "throws/" + what)).refused(500, "plugin-error");

        assertThat(failed.at("/plugin")).isEqualTo(bad);
        assertThat(failed.text()).doesNotContain("secret");
        admin().get(BadPlugin.path(bad, "works")).expect(200);
    }

    @Test
    void a_plugin_that_keeps_failing_is_left_alone_and_comes_back_by_itself() {
        String bad = publish(null, null, null);
        for (int i = 0; i < 20; i++) {
            admin().get(BadPlugin.path(bad, "throws/exception")).refused(500, "plugin-error");
        }

        // The last failure counts when its call has ended, which is a moment after its answer was read.
        soon().untilAsserted(
                        () -> assertThat(version(bad).path("breaker").asText()).isEqualTo("OPEN"));
        Answer spared = admin().get(BadPlugin.path(bad, "works")).refused(503, "plugin-unavailable");
        assertThat(spared.at("/plugin")).isEqualTo(bad);
        assertThat(Integer.parseInt(spared.header("Retry-After"))).isBetween(1, 5);
        soon().untilAsserted(() -> assertThat(health(bad)).contains("left alone in 1 tenant"));
        neighbourAnswers();

        soon().untilAsserted(() -> admin().get(BadPlugin.path(bad, "works")).expect(200));
        assertThat(version(bad).path("breaker").asText()).isEqualTo("CLOSED");
        soon().untilAsserted(() -> assertThat(health(bad)).isEqualTo("UP"));
    }

    @Test
    void a_plugin_that_would_end_the_process_is_refused() {
        PluginJar jar = BadPlugin.exit(Published.freshId());

        Answer refused = platform.boss().upload(jar.build(Published.folder())).refused(422, "plugin-invalid");

        assertThat(refused.json().path("errors").toString()).contains(".Exit calls System.exit");
    }

    @Test
    void threads_that_outlive_their_plugin_are_named() {
        String leaky = Published.freshId();
        Published.upload(platform, BadPlugin.leaky(leaky));
        platform.boss().delete("/api/v1/plugins/" + leaky + "/versions/1.0.0").expect(204);

        soon().untilAsserted(() -> assertThat(health(leaky))
                .contains("timer '" + leaky + "-timer'", "thread '" + leaky + "-thread', which is no daemon"));
        assertThat(platform.logs().tail(2_000)).contains(leaky + "-timer");
    }

    @Test
    void what_a_plugin_leaves_on_the_threads_of_the_platform_is_named_and_taken_away() {
        String keeper = Published.freshId();
        PluginJar jar = BadPlugin.keeper(keeper);
        Published.upload(platform, jar);
        Published.install(platform, tenant, keeper);
        admin().get(BadPlugin.path(keeper, "keeps")).expect(200);
        admin().delete(tenant.plugin(keeper)).expect(204);
        platform.boss().delete("/api/v1/plugins/" + keeper + "/versions/1.0.0").expect(204);

        soon().untilAsserted(() -> assertThat(platform.logs().lines())
                .anyMatch(line -> line.contains(jar.packageName() + ".Keeper$Kept in a thread-local of '")));
    }

    private String publish(@Nullable Integer concurrency, @Nullable String timeout, @Nullable Integer queue) {
        String bad = Published.freshId();
        Published.upload(platform, BadPlugin.of(bad, concurrency, timeout, queue));
        Published.install(platform, tenant, bad);
        return bad;
    }

    private void neighbourAnswers() {
        Answer answer =
                platform.as("acme", "viewer").get("/api/plugins/crm/contacts").expect(200);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
    }

    private Http admin() {
        return tenant.client(platform);
    }

    private JsonNode version(String plugin) {
        return BadPlugin.stats(platform.boss(), plugin).at("/versions/0");
    }

    /** What the detail of the health of the plugins says of a version. */
    /** As it was a second ago at most. */
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
