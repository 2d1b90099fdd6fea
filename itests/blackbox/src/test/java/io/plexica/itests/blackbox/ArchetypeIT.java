package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@BlackBox
class ArchetypeIT {

    private final Platform platform;

    ArchetypeIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_generated_plugin_builds_passes_its_tests_and_runs_when_dropped() throws IOException {
        installTheAuthorsKit();
        Path folder = Published.folder();
        String id = "notes";
        platform.maven(
                folder,
                "archetype:generate",
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=io.plexica",
                "-DarchetypeArtifactId=plexica-plugin-archetype",
                "-DarchetypeVersion=" + System.getProperty("plexica.version"),
                "-DgroupId=com.example",
                "-DartifactId=" + id,
                "-Dpackage=com.example.notes");
        // As authors do who carry a library or an API bundle: what it adds takes nothing from what the parent says.
        Files.writeString(folder.resolve(id).resolve("bnd.bnd"), "Bundle-Copyright: (c) Example\n");
        platform.maven(folder.resolve(id), "verify");
        Path jar = jarIn(folder.resolve(id).resolve("target"));
        assertThat(header(jar, "Bundle-SymbolicName")).isEqualTo("com.example." + id);
        assertThat(header(jar, "Bundle-Copyright")).isEqualTo("(c) Example");

        Files.copy(jar, platform.deploy().resolve(jar.getFileName()));
        soon().untilAsserted(() -> platform.boss().get("/api/v1/plugins/" + id).expect(200));
        Http admin = platform.as("globex", "admin");
        String version = platform.boss().get("/api/v1/plugins/" + id).at("/version");
        admin.post("/api/v1/tenants/globex/plugins/" + id + "/install", Map.of("version", version))
                .expect(201);

        List<String> paths = Stream.of(
                        admin.get("/api/openapi.json").expect(200).json().path("paths"))
                .flatMap(all -> {
                    List<String> names = new java.util.ArrayList<>();
                    all.fieldNames().forEachRemaining(names::add);
                    return names.stream();
                })
                .filter(path -> path.startsWith("/api/plugins/" + id) && !path.contains("{"))
                .toList();
        assertThat(paths).isNotEmpty();
        admin.get(paths.get(0)).expect(200);
        platform.as("acme", "admin").get(paths.get(0)).refused(403, "plugin-not-enabled");
        assertThat(platform.http().get(pageOf(id, admin)).expect(200).text()).contains("@plexica/ui");
        admin.delete("/api/v1/tenants/globex/plugins/" + id + "?deleteData=true")
                .expect(204);
        Files.delete(platform.deploy().resolve(jar.getFileName()));
    }

    /** Where browsers find the module of its page. */
    private static String pageOf(String id, Http reader) {
        for (JsonNode plugin : reader.get("/api/v1/console").expect(200).json().path("plugins")) {
            if (plugin.path("id").asText().equals(id)) {
                return plugin.at("/contributions/0/url").asText();
            }
        }
        throw new AssertionError("The console does not know of " + id);
    }

    /**
     * A build that only verifies installs nothing, and the generated plugin is built on its own. What is compiled is left
     * alone: other modules run their tests with it just now.
     */
    private void installTheAuthorsKit() {
        platform.maven(
                platform.sources(),
                "-Pfast",
                "-Dmaven.main.skip=true",
                "install",
                "-pl",
                "plugin-archetype,plugin-tools,platform/bom,platform/plugin-parent,platform/testkit",
                "-am");
    }

    private static String header(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(name);
        }
    }

    private static Path jarIn(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("notes-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
