package io.plexica.plugins.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginRef;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeployFolderTest extends DeployCase {

    @Test
    void a_jar_that_is_dropped_is_live_within_a_second_and_knows_where_it_came_from() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");

        await().atMost(Duration.ofSeconds(5)).until(() -> "1.0.0".equals(platform.servers.hello(ONE)));
        await().until(() ->
                database.query("SELECT source FROM core.plugin_versions").contains("deploy:notes.jar"));
    }

    @Test
    void a_jar_that_is_still_being_copied_is_waited_for() throws IOException {
        byte[] whole = Files.readAllBytes(PluginJar.hello("notes", "1.0.0").in(folder));
        Path jar = deploy.resolve("notes.jar");
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        await().during(Duration.ofMillis(500)).until(() -> !Files.exists(note("notes.jar")));

        Files.write(jar, Arrays.copyOfRange(whole, whole.length / 2, whole.length), StandardOpenOption.APPEND);

        await().until(() -> "1.0.0".equals(platform.servers.hello(ONE)));
        assertThat(note("notes.jar")).doesNotExist();
    }

    @Test
    void half_a_jar_and_a_text_file_are_refused_beside_the_file_also_where_others_cannot_be_taken() throws IOException {
        failing.put("a.jar", new FileSystemException("/tmp/copy.jar", null, "No space left on device"));
        failing.put("b.jar", new IllegalStateException("a bug"));
        Files.writeString(deploy.resolve("a.jar"), "hello");
        Files.writeString(deploy.resolve("b.jar"), "hello");
        byte[] whole = Files.readAllBytes(PluginJar.hello("notes", "1.0.0").in(folder));
        Files.write(deploy.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(deploy.resolve("text.jar"), "hello");

        await().until(() -> Files.exists(note("half.jar")) && Files.exists(note("text.jar")));
        await().untilAsserted(
                        () -> assertThat(note("half.jar")).content().contains("The jar is not complete or damaged"));
        assertThat(note("text.jar")).content().contains("text.jar was refused").contains("The file is no jar");
        await().untilAsserted(() -> assertThat(note("a.jar"))
                .content()
                .contains("a.jar could not be taken yet", "- No space left on device\n", "tried again")
                .doesNotContain("refused", "Exception"));
        await().untilAsserted(() -> assertThat(note("b.jar"))
                .content()
                .contains("b.jar could not be taken yet", "its log says where")
                .doesNotContain("Exception"));

        failing.clear();

        await().untilAsserted(() -> assertThat(note("a.jar")).content().contains("a.jar was refused"));
    }

    @Test
    void what_went_while_the_platform_was_down_is_missed_also_where_a_file_cannot_be_taken() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        await().until(() -> haveBrought("notes.jar"));
        stop();
        Files.delete(deploy.resolve("notes.jar"));
        failing.put("a.jar", new AccessDeniedException("a.jar"));
        Files.writeString(deploy.resolve("a.jar"), "hello");

        start(false);

        await().until(() -> !isPublished(ONE));
        assertThat(note("a.jar")).content().contains("access is denied").doesNotContain("Exception");
    }

    @Test
    void a_note_goes_with_its_reason_and_with_its_jar() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0").member("nmae", "1"), "notes.jar");
        drop(PluginJar.hello("memos", "1.0.0").member("nmae", "1"), "memos.jar");
        await().until(() -> Files.exists(note("notes.jar")) && Files.exists(note("memos.jar")));
        await().untilAsserted(() -> assertThat(note("notes.jar")).content().contains("did you mean 'name'?"));

        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        Files.delete(deploy.resolve("memos.jar"));

        await().until(() -> !Files.exists(note("notes.jar")) && !Files.exists(note("memos.jar")));
        assertThat(platform.servers.hello(ONE)).isEqualTo("1.0.0");
    }

    @Test
    void a_jar_in_the_place_of_another_brings_its_version_and_the_unused_one_goes() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        await().until(() -> platform.servers.hello(ONE) != null);

        drop(PluginJar.hello("notes", "1.1.0"), "notes.jar");

        await().until(() -> "1.1.0".equals(platform.servers.hello(TWO)));
        await().until(() ->
                database.query("SELECT version FROM core.plugin_versions").equals(java.util.List.of("1.1.0")));
    }

    @Test
    void other_bytes_of_a_version_are_refused_and_the_ones_that_serve_go_on() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        await().until(() -> platform.servers.hello(ONE) != null);

        drop(PluginJar.hello("notes", "1.0.0").entry("x", "y"), "notes.jar");

        await().until(() -> Files.exists(note("notes.jar")));
        await().untilAsserted(() -> assertThat(note("notes.jar")).content().contains("version-exists"));
        assertThat(platform.servers.hello(ONE)).isEqualTo("1.0.0");
    }

    @Test
    void a_snapshot_is_replaced_in_place() throws IOException {
        PluginRef snapshot = new PluginRef("notes", "1.0.0-SNAPSHOT");
        drop(PluginJar.hello("notes", "1.0.0-SNAPSHOT"), "notes.jar");
        // It is served a moment before it is recorded.
        await().until(() -> platform.servers.hello(snapshot) != null
                && !database.query("SELECT digest FROM core.plugin_versions").isEmpty());
        String before =
                database.query("SELECT digest FROM core.plugin_versions").get(0);

        drop(PluginJar.hello("notes", "1.0.0-SNAPSHOT").entry("x", "y"), "notes.jar");

        await().until(() ->
                !database.query("SELECT digest FROM core.plugin_versions").contains(before));
        await().until(() -> framework.plugins() == 1);
        assertThat(platform.servers.hello(snapshot)).isNotNull();
    }

    @Test
    void a_jar_that_vanishes_takes_an_unused_version_along_and_leaves_a_used_one() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "one.jar");
        drop(PluginJar.hello("memos", "1.0.0"), "two.jar");
        PluginRef memos = new PluginRef("memos", "1.0.0");
        await().until(() -> platform.servers.hello(ONE) != null && platform.servers.hello(memos) != null);
        await().until(() ->
                database.query("SELECT version FROM core.plugin_versions").size() == 2);
        platform.plugins.install(platform.tenant("acme"), "notes", null, null);

        Files.delete(deploy.resolve("one.jar"));
        Files.delete(deploy.resolve("two.jar"));

        await().until(() -> platform.servers.hello(memos) == null);
        await().during(Duration.ofMillis(500)).until(() -> "1.0.0".equals(platform.servers.hello(ONE)));
    }

    @Test
    void a_renamed_jar_changes_nothing() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "one.jar");
        await().until(() ->
                database.query("SELECT version FROM core.plugin_versions").size() == 1);
        await().until(() -> platform.servers.hello(ONE) != null);

        Files.move(deploy.resolve("one.jar"), deploy.resolve("two.jar"));

        await().during(Duration.ofMillis(500)).until(() -> "1.0.0".equals(platform.servers.hello(ONE)));
    }

    @Test
    void an_ordinary_bundle_is_refused_outside_development_mode_and_started_within() throws IOException {
        ordinary().to(deploy.resolve("plain.jar"));
        await().until(() -> Files.exists(note("plain.jar")));
        await().untilAsserted(() -> assertThat(note("plain.jar")).content().contains("PLEXICA_DEV=true"));

        stop();
        start(true);
        await().until(() -> framework.context().getBundle("plexica-deploy:plain.jar") != null);
        await().until(() -> !Files.exists(note("plain.jar")));

        Files.delete(deploy.resolve("plain.jar"));
        await().until(() -> framework.context().getBundle("plexica-deploy:plain.jar") == null);
    }

    @Test
    void a_database_that_is_gone_makes_files_wait_and_refuses_none() throws IOException {
        platform.database.setDown(true);
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        await().during(Duration.ofMillis(500)).until(() -> !Files.exists(note("notes.jar")));

        platform.database.setDown(false);

        await().until(() -> "1.0.0".equals(platform.servers.hello(ONE)));
    }

    private static PluginJar ordinary() {
        return PluginJar.empty("plain", "1.0.0")
                .member("id", null)
                .member("name", null)
                .member("version", null)
                .header("Import-Package", null);
    }
}
