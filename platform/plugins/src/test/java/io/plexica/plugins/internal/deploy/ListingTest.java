package io.plexica.plugins.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.plugins.PluginRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen in a folder, and what is remembered there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingTest {

    private static final DeployedFile NOTES =
            new DeployedFile(new PluginRef("notes", "1.0.0"), "00ff", "deploy:with a blank.jar");

    @TempDir
    Path folder;

    @Test
    void jars_notes_and_what_may_be_taken_for_jars_are_told_apart() throws IOException {
        for (String name : new String[] {"a.jar", "b.JAR", ".c.jar", "gone.jar.refused.txt", "d.txt", "e.jar.tmp"}) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.createDirectory(folder.resolve("f.jar"));
        Files.createDirectory(folder.resolve("g"));

        Listing listing = Listing.of(folder);

        assertThat(listing.jars()).containsOnlyKeys("a.jar");
        assertThat(listing.noted()).containsExactly("gone.jar");
        assertThat(listing.strangers()).containsExactly("b.JAR", "f.jar", "g");
    }

    @Test
    void a_folder_remembers_what_its_files_have_brought() throws IOException {
        DeployFolderState.of(folder).put("with a blank.jar", NOTES);

        DeployFolderState memory = DeployFolderState.of(folder);
        assertThat(memory.names()).containsExactly("with a blank.jar");
        assertThat(memory.of("with a blank.jar")).contains(NOTES);
        assertThat(memory.isElsewhere("with a blank.jar", NOTES)).isFalse();
        assertThat(memory.isElsewhere("other.jar", NOTES)).isTrue();
        memory.forget("with a blank.jar");
        assertThat(DeployFolderState.of(folder).names()).isEmpty();
    }

    @Test
    void a_damaged_memory_remembers_nothing() throws IOException {
        Files.writeString(folder.resolve(DeployFolderState.FILE), "a.jar=nonsense\nb.jar=\\u00zz");

        assertThat(DeployFolderState.of(folder).names()).isEmpty();
    }
}
