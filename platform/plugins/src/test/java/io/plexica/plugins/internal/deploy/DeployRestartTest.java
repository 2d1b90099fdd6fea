package io.plexica.plugins.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What changes in the folder while nobody looks, and what was withdrawn by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeployRestartTest extends DeployCase {

    private static final PluginRef MEMOS = new PluginRef("memos", "1.0.0");
    private static final PluginRef LAST = new PluginRef("zebra", "1.0.0");

    @Test
    void nothing_is_published_twice_and_what_was_withdrawn_by_hand_stays_away() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        drop(PluginJar.hello("memos", "1.0.0"), "memos.jar");
        await().until(() -> haveBrought("memos.jar", "notes.jar"));
        platform.withdrawal.byHand(ONE);

        stop();
        start(false);

        await().during(Duration.ofSeconds(1)).until(() -> platform.servers.size() == 1);
        assertThat(published()).hasSize(2);

        drop(PluginJar.hello("notes", "1.0.0").entry("x", "y"), "notes.jar");
        await().until(() -> "1.0.0".equals(platform.servers.hello(ONE)));
    }

    @Test
    void a_jar_that_was_taken_before_is_not_held_to_rules_that_have_come_since() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        await().until(() -> haveBrought("notes.jar"));
        stop();
        drop(PluginJar.hello("notes", "1.0.0").member("permissions", null), "notes.jar");
        Path jar = deploy.resolve("notes.jar");
        String bytes = "'\\x" + HexFormat.of().formatHex(Files.readAllBytes(jar)) + "'::bytea";
        String digest = "encode(sha256(" + bytes + "), 'hex')";
        database.admin("INSERT INTO core.plugin_artifacts (digest, bytes) VALUES (" + digest + ", " + bytes + ");"
                + "UPDATE core.plugin_versions SET digest = " + digest);

        start(false);
        passOn();

        assertThat(note("notes.jar")).doesNotExist();
        assertThat(platform.servers.hello(ONE)).isEqualTo("1.0.0");
        assertThat(platform.publisher.publish(jar, "upload").changed()).isFalse();
        drop(PluginJar.hello("notes", "1.1.0").member("permissions", null), "new.jar");
        await().until(() -> Files.exists(note("new.jar")));
    }

    @Test
    void what_was_withdrawn_by_hand_comes_back_with_other_bytes_or_another_file_and_not_for_a_touch()
            throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        await().until(() -> haveBrought("notes.jar"));
        platform.withdrawal.byHand(ONE);

        Files.setLastModifiedTime(
                deploy.resolve("notes.jar"), FileTime.from(Instant.now().plusSeconds(60)));
        passOn();
        assertThat(isPublished(ONE)).isFalse();

        Files.copy(deploy.resolve("notes.jar"), deploy.resolve("again.jar"));
        await().until(() -> isPublished(ONE) && "1.0.0".equals(platform.servers.hello(ONE)));
        assertThat(note("notes.jar")).doesNotExist();
    }

    @Test
    void a_jar_that_went_meanwhile_takes_an_unused_version_along_and_leaves_a_used_one() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "one.jar");
        drop(PluginJar.hello("memos", "1.0.0"), "two.jar");
        await().until(() -> haveBrought("one.jar", "two.jar"));
        platform.plugins.install(tenant("acme"), "notes", null, null);

        stop();
        Files.delete(deploy.resolve("one.jar"));
        Files.delete(deploy.resolve("two.jar"));
        start(false);

        await().until(() -> !isPublished(MEMOS) && platform.servers.hello(MEMOS) == null);
        passOn();
        assertThat(isPublished(ONE)).isTrue();
    }

    @Test
    void a_node_with_another_folder_takes_nothing_away() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        await().until(() -> haveBrought("notes.jar"));

        stop();
        deploy = folder.resolve("elsewhere");
        start(false);
        passOn();

        assertThat(isPublished(ONE)).isTrue();
    }

    @Test
    void a_renamed_jar_stands_for_what_it_was_called_before() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "one.jar");
        await().until(() -> haveBrought("one.jar"));

        stop();
        Files.move(deploy.resolve("one.jar"), deploy.resolve("two.jar"));
        start(false);
        passOn();
        assertThat(isPublished(ONE)).isTrue();

        Files.delete(deploy.resolve("two.jar"));
        await().until(() -> !isPublished(ONE));
    }

    @Test
    void another_version_in_its_place_meanwhile_takes_the_unused_one_along() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0"), "notes.jar");
        await().until(() -> haveBrought("notes.jar"));

        stop();
        drop(PluginJar.hello("notes", "1.1.0"), "notes.jar");
        start(false);

        await().until(() -> isPublished(TWO) && !isPublished(ONE));
    }

    @Test
    void what_came_from_elsewhere_since_then_stays() throws IOException {
        PluginRef snapshot = new PluginRef("notes", "1.0.0-SNAPSHOT");
        drop(PluginJar.hello("notes", "1.0.0-SNAPSHOT"), "notes.jar");
        await().until(() -> haveBrought("notes.jar") && isPublished(snapshot));
        platform.publisher.publish(
                PluginJar.hello("notes", "1.0.0-SNAPSHOT").entry("x", "y").in(folder), "upload");

        Files.delete(deploy.resolve("notes.jar"));
        await().until(() -> haveBrought());

        assertThat(isPublished(snapshot)).isTrue();
    }

    @Test
    void a_note_goes_with_a_jar_that_went_meanwhile() throws IOException {
        drop(PluginJar.hello("notes", "1.0.0").member("nmae", "1"), "notes.jar");
        await().until(() -> Files.exists(note("notes.jar")));

        stop();
        Files.delete(deploy.resolve("notes.jar"));
        start(false);

        await().until(() -> !Files.exists(note("notes.jar")));
    }

    /** Waits until all that lay in the folder by now was looked at, and what is gone was missed. */
    private void passOn() throws IOException {
        drop(PluginJar.hello("zebra", "1.0.0"), "zebra.jar");
        await().until(() -> DeployFolderState.of(deploy).of("zebra.jar").isPresent());
        Files.delete(deploy.resolve("zebra.jar"));
        await().until(() -> !isPublished(LAST));
    }
}
