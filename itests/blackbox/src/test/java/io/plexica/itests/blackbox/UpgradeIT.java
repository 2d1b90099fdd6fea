package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static io.plexica.itests.blackbox.Published.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.Servers;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@BlackBox
class UpgradeIT {

    private static final int CALLERS = 4;
    private static final int SLOW = 6;

    private final Platform platform;

    UpgradeIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void no_request_fails_while_a_tenant_moves_and_those_in_flight_end_where_they_began() {
        String id = Published.freshId();
        TestTenant tenant = TestTenant.create(platform);
        Published.probe(platform, tenant, id);
        Published.upload(platform, Probe.version(id, "2.0.0"));
        Http client = tenant.client(platform);
        AtomicBoolean moved = new AtomicBoolean();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> callUntil(moved, client, id, answers)))
                .toList();
        List<CompletableFuture<Answer>> slow = IntStream.range(0, SLOW)
                .mapToObj(i -> client.getLater("/api/plugins/" + id + "/slow?millis=2500"))
                .toList();
        soon().until(() -> answers.size() > 100);

        for (String next : List.of("2.0.0", "1.0.0", "2.0.0")) {
            Published.upgrade(platform, tenant, id, next).expect(200);
            int before = answers.size();
            soon().until(() -> answers.size() > before + 50);
        }
        moved.set(true);
        callers.forEach(CompletableFuture::join);

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers).extracting(answer -> answer.at("/version")).contains("1.0.0", "2.0.0");
        assertThat(slow.stream().map(CompletableFuture::join))
                .allSatisfy(
                        answer -> assertThat(answer.expect(200).at("/version")).isEqualTo("1.0.0"));
    }

    @Test
    void two_tenants_are_on_two_versions_side_by_side() {
        String id = Published.freshId();
        TestTenant careful = TestTenant.create(platform);
        TestTenant keen = TestTenant.create(platform);
        Published.probe(platform, careful, id);
        Published.install(platform, keen, id);
        Published.upload(platform, Probe.version(id, "1.1.0"));

        Published.upgrade(platform, keen, id, "1.1.0").expect(200);

        assertThat(version(careful.client(platform), id).at("/version")).isEqualTo("1.0.0");
        assertThat(version(keen.client(platform), id).at("/version")).isEqualTo("1.1.0");
        assertThat(keen.client(platform).get(keen.plugin(id)).at("/status")).isEqualTo("INSTALLED");
        Published.upgrade(platform, careful, id, "9.9.9").refused(404, "plugin-not-found");
        Published.upgrade(platform, careful, "crm", "1.0.0").expect(404);
    }

    @Test
    void a_failing_migration_keeps_a_tenant_on_the_version_it_has() {
        String id = Published.freshId();
        TestTenant tenant = TestTenant.create(platform);
        Published.upload(platform, Probe.withTable(id, "1.0.0"));
        Published.install(platform, tenant, id);
        Published.upload(
                platform,
                Probe.withTable(id, "2.0.0")
                        .migration("V2__broken.sql", "ALTER TABLE nothing_like_this ADD COLUMN x text;"));

        assertThat(Published.upgrade(platform, tenant, id, "2.0.0")
                        .refused(500, "plugin-error")
                        .at("/detail"))
                .contains("V2__broken.sql");

        assertThat(version(tenant.client(platform), id).expect(200).at("/version"))
                .isEqualTo("1.0.0");
        Answer installation = tenant.client(platform).get(tenant.plugin(id)).expect(200);
        assertThat(installation.at("/status")).isEqualTo("INSTALLED");
        assertThat(installation.at("/version")).isEqualTo("1.0.0");
    }

    @Test
    void withdrawn_plugins_leave_no_class_behind() throws IOException {
        List<String> ids = Stream.generate(Published::freshId).limit(3).toList();
        TestTenant tenant = TestTenant.create(platform);
        List<String> classes = new ArrayList<>();
        for (String id : ids) {
            Published.upload(platform, Probe.withTable(id, "1.0.0"));
            Published.install(platform, tenant, id);
            version(tenant.client(platform), id).expect(200);
            tenant.client(platform).get("/api/plugins/" + id + "/broken").expect(500);
            tenant.client(platform).get("/api/openapi.json").expect(200);
            classes.add("com.example." + id + ".Probe");
        }
        assertThat(loaded()).contains(classes);

        for (String id : ids) {
            tenant.client(platform)
                    .delete(tenant.plugin(id) + "?deleteData=true")
                    .expect(204);
            platform.boss().delete("/api/v1/plugins/" + id + "/versions/1.0.0").expect(204);
        }

        soon().untilAsserted(() -> assertThat(loaded()).doesNotContain(classes.toArray(String[]::new)));
    }

    private static void callUntil(AtomicBoolean end, Http client, String id, Queue<Answer> answers) {
        while (!end.get()) {
            answers.add(version(client, id));
        }
    }

    /** The classes that the platform's JVM holds after a collection. */
    private String loaded() {
        String pid = Long.toString(
                platform.servers().find(Servers.Kind.PLATFORM).orElseThrow().pid());
        platform.tool("jcmd", pid, "GC.run");
        return platform.tool("jcmd", pid, "VM.class_hierarchy");
    }
}
