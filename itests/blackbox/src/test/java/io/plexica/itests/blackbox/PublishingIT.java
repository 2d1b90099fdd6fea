package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Versions come, move and go, also those that take their time. */
@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishingIT {

    /** Comes up, and goes, when the file is gone that is called so; heeds no interruption. */
    private static final String SLOW = """
            package {{package}};

            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Paths;
            import java.util.concurrent.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;

            @Component(service = Slow.class) @PlexicaResource @Path("/")
            public class Slow {
                @Activate
                public Slow() { waitFor("start"); }
                @Deactivate
                public void stop() { waitFor("stop"); }
                @GET @Authenticated public String works() { return "yes"; }

                private static void waitFor(String what) {
                    java.nio.file.Path gate = Paths.get("GATES", what);
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(25);
                    while (Files.exists(gate) && System.nanoTime() < end) {
                        try {
                            Files.writeString(Paths.get("GATES", what + ".reached"), "yes");
                            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
                        } catch (IOException | InterruptedException e) { }
                    }
                }
            }
            """;

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Platform platform;
    private TestTenant tenant;
    private Http admin;

    PublishingIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void createATenant() {
        tenant = TestTenant.create(platform);
        admin = tenant.client(platform);
    }

    @Test
    void a_plugin_that_takes_its_time_to_start_and_to_stop_holds_up_nobody_else() {
        Path gates = Published.folder();
        String slow = Published.freshId();
        Path jar = PluginJar.of(slow, "1.0.0")
                .source("Slow", SLOW.replace("GATES", gates.toString()))
                .build(Published.folder());
        close(gates, "start");
        CompletableFuture<Answer> starting =
                CompletableFuture.supplyAsync(() -> platform.boss().upload(jar));
        awaitReached(gates, "start");

        othersComeAndGo();

        assertThat(starting).isNotDone();
        open(gates, "start");
        starting.join().expect(201);
        close(gates, "stop");
        CompletableFuture<Answer> stopping = CompletableFuture.supplyAsync(
                () -> platform.boss().delete("/api/v1/plugins/" + slow + "/versions/1.0.0"));
        awaitReached(gates, "stop");

        othersComeAndGo();

        assertThat(stopping).isNotDone();
        platform.boss().get("/api/v1/plugins/" + slow).refused(404, "plugin-not-found");
        open(gates, "stop");
        stopping.join().expect(204);
    }

    @Test
    void an_upgrade_says_which_settings_the_next_version_does_not_take() {
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0").manifest(manifest -> times(manifest, 100)));
        Published.install(platform, tenant, id);
        admin.put(tenant.plugin(id) + "/configuration", Map.of("values", Map.of("times", 7)))
                .expect(200);
        Published.upload(platform, Probe.version(id, "2.0.0").manifest(manifest -> times(manifest, 5)));
        String upgrade = tenant.plugin(id) + "/upgrade";

        JsonNode preview = admin.post(upgrade + "?dryRun=true", Map.of("version", "2.0.0"))
                .expect(200)
                .json();
        assertThat(preview.at("/problems/0/code").asText()).isEqualTo("conflict");
        assertThat(preview.at("/problems/0/pointer").asText()).isEqualTo("/times");
        Answer refused = admin.post(upgrade, Map.of("version", "2.0.0"))
                .refused(409, "conflict")
                .pointsAt("/times");
        assertThat(refused.at("/detail")).startsWith("settings-unfit: ");

        admin.put(tenant.plugin(id) + "/configuration", Map.of("values", Map.of("times", 5)))
                .expect(200);
        admin.post(upgrade, Map.of("version", "2.0.0")).expect(200);
    }

    @Test
    void a_workspace_lists_its_plugins_and_keeps_those_that_others_need() {
        String base = Published.freshId();
        String user = Published.freshId();
        Published.probe(platform, tenant, base);
        Published.upload(
                platform,
                Probe.version(user, "1.0.0")
                        .manifest(manifest -> manifest.putArray("dependencies")
                                .addObject()
                                .put("plugin", base)
                                .put("version", "[1.0,2)")));
        Published.install(platform, tenant, user);
        String plugins = "/api/v1/workspaces/"
                + admin.post("/api/v1/workspaces", Map.of("name", "Depot", "slug", "depot"))
                        .expect(201)
                        .at("/id")
                + "/plugins";

        assertThat(admin.get(plugins + "?size=100").expect(200).json().findValuesAsText("plugin"))
                .contains(base, user);
        Answer needed =
                admin.put(plugins + "/" + base, Map.of("enabled", false)).refused(409, "conflict");
        assertThat(needed.json().path("dependants").toString()).isEqualTo("[\"" + user + "\"]");
        admin.put(plugins + "/" + user, Map.of("enabled", false)).expect(200);
        admin.put(plugins + "/" + base, Map.of("enabled", false)).expect(200);
        admin.put(plugins + "/" + user, Map.of("enabled", true)).refused(409, "conflict");
        assertThat(admin.get(plugins + "?q=" + base).expect(200).at("/items/0/enabled"))
                .isEqualTo("false");
        assertThat(platform.shell().run("plugin:workspace-list " + tenant.slug() + " depot"))
                .contains(base, "off");

        TestTenant other = TestTenant.create(platform);
        other.client(platform).get(plugins).refused(404, "not-found");
    }

    @Test
    void tenants_that_a_rollout_has_moved_are_watched_on() {
        String id = Published.freshId();
        Published.probe(platform, tenant, id);
        Published.upload(platform, Probe.version(id, "2.0.0"));
        String rollouts = "/api/v1/plugins/" + id + "/rollouts";

        Answer done = platform.boss().post(rollouts, Map.of("version", "2.0.0")).expect(200);

        assertThat(done.at("/result/outcome")).isEqualTo("COMPLETED");
        assertThat(done.at("/result/watchedUntil")).isNotEmpty();
        JsonNode watched = platform.boss().get(rollouts).expect(200).json();
        assertThat(watched.at("/items/0/tenant").asText()).isEqualTo(tenant.slug());
        assertThat(watched.at("/items/0/from").asText()).isEqualTo("1.0.0");
        platform.boss().post("/api/v1/plugins/" + id + "/versions/2.0.0/quarantine", Map.of("reason", "it is bad"));

        soon().untilAsserted(() ->
                assertThat(Published.version(admin, id).at("/version")).isEqualTo("1.0.0"));
        admin.get(rollouts).refused(403, "permission-denied");
    }

    @Test
    void secrets_are_sealed_with_the_present_key_and_only_operators_hear_of_it() {
        JsonNode state =
                platform.boss().get("/api/v1/plugin-secrets").expect(200).json();
        assertThat(state.path("keyId").asText()).hasSize(8);

        JsonNode after = platform.boss()
                .post("/api/v1/plugin-secrets/reencrypt")
                .expect(200)
                .json();

        assertThat(after.path("old").asInt()).isZero();
        assertThat(platform.shell().run("plugin:reencrypt --check")).contains("sealed with the present key");
        admin.get("/api/v1/plugin-secrets").refused(403, "permission-denied");
    }

    private void othersComeAndGo() {
        assertThat(platform.boss().get("/health").expect(200).took()).isLessThan(AT_ONCE);
        String other = Published.freshId();
        Published.probe(platform, tenant, other);
        assertThat(Published.version(admin, other).expect(200).at("/version")).isEqualTo("1.0.0");
        admin.delete(tenant.plugin(other) + "?deleteData=true").expect(204);
        platform.boss().delete("/api/v1/plugins/" + other + "/versions/1.0.0").expect(204);
    }

    private static void times(ObjectNode manifest, int most) {
        ObjectNode schema = manifest.putObject("configuration").putObject("schema");
        schema.put("type", "object");
        schema.putObject("properties").putObject("times").put("type", "integer").put("maximum", most);
    }

    private static void awaitReached(Path gates, String what) {
        soon().until(() -> Files.exists(gates.resolve(what + ".reached")));
    }

    private static void close(Path gates, String what) {
        try {
            Files.writeString(gates.resolve(what), "closed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void open(Path gates, String what) {
        try {
            Files.delete(gates.resolve(what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
