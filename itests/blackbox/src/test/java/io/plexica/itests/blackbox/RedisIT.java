package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.embedded.RedisServer;

@BlackBox
@Order(BlackBox.HURTS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisIT {

    private static final String ME = "/api/v1/auth/me";

    private final Platform platform;
    private final Path settings;
    private final String id = Published.freshId();
    private RedisServer redis;
    private int port;
    private TestTenant tenant;

    RedisIT(Platform platform) {
        this.platform = platform;
        this.settings = platform.home().resolve("etc/io.plexica.cache.redis.cfg");
    }

    @BeforeAll
    void startRedisAndSwitchToIt() throws IOException {
        port = FreePorts.free();
        redis = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        Published.upload(platform, CacheIT.counting(id));
        tenant = TestTenant.create(platform);
        Published.install(platform, tenant, id);
        platform.boss()
                .patch("/api/v1/tenants/" + tenant.slug(), Map.of("plan", "free"))
                .expect(200);
        use("redis://127.0.0.1:" + port);
        soon().untilAsserted(() -> assertThat(stats()).contains("redis"));
    }

    @AfterAll
    void switchBack() throws IOException {
        use("");
        soon().untilAsserted(() -> assertThat(stats()).contains("memory"));
        Files.delete(settings);
        redis.stop();
    }

    @Test
    void one_line_switches_to_redis_and_nothing_fails_when_it_goes_and_comes_back() throws IOException {
        Http admin = tenant.client(platform);
        String first = figure(admin);
        assertThat(figure(admin)).isEqualTo(first);
        int left = remaining(admin);
        for (int i = 1; i <= 5; i++) {
            assertThat(remaining(admin)).isEqualTo(left - i);
        }

        redis.stop();
        for (int i = 0; i < 20; i++) {
            figure(admin);
        }
        assertThat(remaining(admin)).isGreaterThan(left - 5);
        admin.delete("/api/plugins/" + id + "/figure/a").expect(204);
        soon().untilAsserted(() -> assertThat(cacheIsHealthy()).isFalse());
        platform.http().get("/health/ready").expect(200);

        redis.start();
        soon().untilAsserted(() -> assertThat(cacheIsHealthy()).isTrue());
        String second = figure(admin);
        assertThat(second).isNotEqualTo(first);
        assertThat(figure(admin)).isEqualTo(second);
    }

    private void use(String url) throws IOException {
        Files.writeString(settings, "cacheUrl = " + url + "\n");
    }

    private String stats() {
        return platform.shell().run("cache:stats");
    }

    private boolean cacheIsHealthy() {
        return platform.boss().get("/health").json().at("/checks/cache/healthy").asBoolean();
    }

    private String figure(Http http) {
        return http.get("/api/plugins/" + id + "/figure/a").expect(200).at("/worked");
    }

    private static int remaining(Http http) {
        Answer answer = http.get(ME).expect(200);
        return Integer.parseInt(answer.header("RateLimit-Remaining"));
    }
}
