package io.plexica.plugin.tools;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropTest {

    @TempDir
    Path folder;

    private Path jar;
    private Path deploy;
    private Path log;
    private Drop drop;

    @BeforeEach
    void aPlatformThatHasSaidMuch() throws IOException {
        jar = Files.writeString(folder.resolve("notes-1.0.0-SNAPSHOT.jar"), "new");
        deploy = Files.createDirectory(folder.resolve("deploy"));
        log = Files.writeString(
                folder.resolve("plexica.log"), "notes 1.0.0-SNAPSHOT is live (9 ms after it appeared)\n");
        drop = new Drop(deploy, log);
    }

    @Test
    void aJarThatIsTakenIsLive() throws IOException {
        whenDropped(() -> say("notes 1.0.0-SNAPSHOT is live (40 ms after it appeared)"));
        assertThat(drop.drop(jar, "notes 1.0.0-SNAPSHOT")).isEqualTo("live");
        assertThat(deploy).isDirectoryContaining(file -> file.endsWith(jar.getFileName()));
    }

    @Test
    void aJarThatIsRefusedComesWithAllReasons() throws IOException {
        Path note = deploy.resolve("notes-1.0.0-SNAPSHOT.jar.refused.txt");
        Files.writeString(note, "- of the jar before\n");
        whenDropped(() -> {
            say("notes-1.0.0-SNAPSHOT.jar was refused: one; two");
            Files.writeString(note, "refused\n- one\n- two\n\nPut a better jar in its place\n");
        });
        assertThat(drop.drop(jar, "notes 1.0.0-SNAPSHOT")).isEqualTo("refused:\n    - one\n    - two\n  said");
    }

    @Test
    void whatThePlatformHasAlreadyIsToldAndNotWaitedFor() throws IOException {
        whenDropped(() -> say("notes-1.0.0-SNAPSHOT.jar is notes@1.0.0-SNAPSHOT, which is there already"));
        assertThat(drop.drop(jar, "notes 1.0.0-SNAPSHOT")).startsWith("there already");
    }

    @Test
    void theSameBytesAreNotDroppedAgain() throws IOException {
        Files.copy(jar, deploy.resolve(jar.getFileName()));
        assertThat(drop.drop(jar, "notes 1.0.0-SNAPSHOT")).startsWith("the same bytes");
    }

    @Test
    void whatWasRefusedIsOfferedAgainSinceThePlatformMayHaveChanged() throws IOException {
        Files.copy(jar, deploy.resolve(jar.getFileName()));
        Path note = Files.writeString(deploy.resolve("notes-1.0.0-SNAPSHOT.jar.refused.txt"), "- one\n");
        CompletableFuture.runAsync(() -> {
            while (Files.exists(note)) {
                LockSupport.parkNanos(1_000_000);
            }
            sayQuietly("notes 1.0.0-SNAPSHOT is live (40 ms after it appeared)");
        });
        assertThat(drop.drop(jar, "notes 1.0.0-SNAPSHOT")).isEqualTo("live");
    }

    private void say(String line) throws IOException {
        Files.writeString(log, line + "\n", APPEND);
    }

    private void sayQuietly(String line) {
        try {
            say(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the platform does once the jar is in its folder. */
    private void whenDropped(Answer answer) {
        CompletableFuture.runAsync(() -> {
            while (!Files.exists(deploy.resolve(jar.getFileName()))) {
                LockSupport.parkNanos(1_000_000);
            }
            try {
                answer.give();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private interface Answer {
        void give() throws IOException;
    }
}
