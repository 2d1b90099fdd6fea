package io.plexica.itests.blackbox;

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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Ways to bring plugins onto the platform and into tenants. */
final class Published {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Published() {}

    /** An id that no other test uses. */
    static String freshId() {
        return "p" + Long.toString(System.nanoTime() / 1_000_000 % 46_656, 36) + "x" + NUMBER.incrementAndGet();
    }

    /** Uploads a plugin and demands that it is taken. */
    static Answer upload(Platform platform, PluginJar plugin) {
        return platform.boss().upload(plugin.build(folder())).expect(201);
    }

    /** Publishes a version of the probe and installs it for a tenant. */
    static void probe(Platform platform, TestTenant tenant, String id) {
        upload(platform, Probe.version(id, "1.0.0"));
        install(platform, tenant, id);
    }

    static void install(Platform platform, TestTenant tenant, String id) {
        tenant.client(platform).post(tenant.plugin(id) + "/install", Map.of()).expect(201);
    }

    static Answer upgrade(Platform platform, TestTenant tenant, String id, String version) {
        return tenant.client(platform).post(tenant.plugin(id) + "/upgrade", Map.of("version", version));
    }

    /** A call of the probe. */
    static Answer version(Http client, String id) {
        return client.get("/api/plugins/" + id + "/version");
    }

    /** A folder for jars, among what a build makes and a clean removes. */
    static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "jars", "it" + UUID.randomUUID()))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits as long as a person would, looking often. */
    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}
