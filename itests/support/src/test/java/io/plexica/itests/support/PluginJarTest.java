package io.plexica.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PluginJarTest {

    @TempDir
    Path folder;

    @Test
    void a_probe_is_packed_as_an_authors_build_would_do_it() throws IOException {
        try (JarFile jar = new JarFile(
                Probe.withTable("probe", "1.2.0-SNAPSHOT").build(folder).toFile())) {
            var headers = jar.getManifest().getMainAttributes();
            assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("com.example.probe");
            assertThat(headers.getValue("Bundle-Version")).isEqualTo("1.2.0.SNAPSHOT");
            assertThat(headers.getValue("Service-Component")).isEqualTo("OSGI-INF/com.example.probe.Probe.xml");
            assertThat(headers.getValue("Import-Package"))
                    .contains("io.plexica.api.context;version=\"[1.", "javax.ws.rs;version=");
            assertThat(jar.getEntry("db/migration/V1__things.sql")).isNotNull();
            assertThat(new String(
                            jar.getInputStream(jar.getEntry("META-INF/plexica/plugin.json"))
                                    .readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"probe:things:read\"");
            assertThat(new String(
                            jar.getInputStream(jar.getEntry("OSGI-INF/com.example.probe.Probe.xml"))
                                    .readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("plexica.resource");
        }
    }

    @Test
    void the_same_plugin_has_the_same_bytes() throws IOException {
        byte[] first = Files.readAllBytes(Probe.version("probe", "1.0.0").build(folder));

        assertThat(Files.readAllBytes(Probe.version("probe", "1.0.0").build(folder)))
                .isEqualTo(first);
    }

    @Test
    void a_plugin_may_be_without_a_manifest_and_without_classes() throws IOException {
        Path jar = PluginJar.of("bare", "1.0.0")
                .withoutManifest()
                .file("readme.txt", "{{id}}")
                .build(folder);

        try (JarFile opened = new JarFile(jar.toFile())) {
            assertThat(opened.getEntry("META-INF/plexica/plugin.json")).isNull();
            assertThat(opened.getEntry("readme.txt")).isNotNull();
        }
    }
}
