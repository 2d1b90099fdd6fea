package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@BlackBox
class DeployFolderIT {

    private final Platform platform;
    private final String id = Published.freshId();

    DeployFolderIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_text_file_named_jar_is_refused_in_words_beside_it() throws IOException {
        Path jar = Files.writeString(platform.deploy().resolve(id + ".jar"), "no jar at all");

        assertThat(refusalOf(jar)).isNotEmpty();

        Files.delete(jar);
        soon().until(() -> !Files.exists(refusal(jar)));
    }

    @Test
    void a_jar_that_is_still_being_copied_becomes_live_when_it_is_whole() throws IOException {
        byte[] bytes = Files.readAllBytes(Probe.version(id, "1.0.0").build(Published.folder()));
        Path jar = platform.deploy().resolve(id + "-1.0.0.jar");
        try (OutputStream copy = Files.newOutputStream(jar)) {
            copy.write(Arrays.copyOf(bytes, bytes.length / 2));
            copy.flush();
            soon().until(() -> Files.exists(refusal(jar)) || scannedSince(jar));
            copy.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        }

        soon().untilAsserted(() -> platform.boss().get("/api/v1/plugins/" + id).expect(200));
        soon().until(() -> !Files.exists(refusal(jar)));
        Files.delete(jar);
    }

    @Test
    void an_ordinary_bundle_is_refused_outside_development_mode() throws IOException {
        Path jar = drop(PluginJar.of(id, "1.0.0").withoutManifest().file("readme.txt", "x"), id + ".jar");

        assertThat(refusalOf(jar)).contains("plugin.json");

        Files.delete(jar);
    }

    @Test
    void every_problem_stands_in_the_refusal() throws IOException {
        Path jar = drop(
                Probe.version(id, "1.0.0")
                        .permission("crm:contacts:read")
                        .header("Bundle-Activator", "{{package}}.Probe"),
                id + ".jar");

        assertThat(refusalOf(jar)).contains("crm:contacts:read", "Bundle-Activator");

        Files.delete(jar);
    }

    @Test
    void a_jar_that_vanishes_changes_nothing_for_those_who_use_it() throws IOException {
        TestTenant tenant = TestTenant.create(platform);
        Path jar = drop(Probe.version(id, "1.0.0"), id + ".jar");
        soon().untilAsserted(() -> platform.boss().get("/api/v1/plugins/" + id).expect(200));
        Published.install(platform, tenant, id);

        Files.delete(jar);
        soon().until(() ->
                platform.logs().lines().stream().anyMatch(line -> line.contains(id) && line.contains("but it stays")));

        Published.version(tenant.client(platform), id).expect(200);
    }

    @Test
    void what_was_withdrawn_by_hand_stays_away_until_its_file_changes() throws IOException {
        Path jar = drop(Probe.version(id, "1.0.0"), id + ".jar");
        soon().untilAsserted(() -> platform.boss().get("/api/v1/plugins/" + id).expect(200));

        platform.boss().delete("/api/v1/plugins/" + id + "/versions/1.0.0").expect(204);
        platform.boss().get("/api/v1/plugins/" + id).refused(404, "plugin-not-found");

        drop(Probe.version(id, "1.0.0").file("changed.txt", "yes"), id + ".jar");
        soon().untilAsserted(() -> platform.boss().get("/api/v1/plugins/" + id).expect(200));
        Files.delete(jar);
    }

    private Path drop(PluginJar plugin, String name) throws IOException {
        Path built = plugin.build(Published.folder());
        Path half = Files.copy(built, platform.deploy().resolve(name + ".tmp"));
        return Files.move(half, platform.deploy().resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path refusal(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ".refused.txt");
    }

    private static String refusalOf(Path jar) {
        soon().until(() -> Files.exists(refusal(jar)) && Files.size(refusal(jar)) > 0);
        try {
            return Files.readString(refusal(jar));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** FileInstall looks at least every two seconds. */
    private static boolean scannedSince(Path jar) throws IOException {
        return System.currentTimeMillis() - Files.getLastModifiedTime(jar).toMillis() > 3_000;
    }
}
