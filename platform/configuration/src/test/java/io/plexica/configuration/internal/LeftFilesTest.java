package io.plexica.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftFilesTest {

    private static final Instant BEGIN = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void whatAProcessThatDiedHasLeftGoesAndWhatIsInUseOrIsNotOursStays() throws IOException {
        Path jar = file("plexica-upload123.jar", BEGIN.minusSeconds(1));
        Path tenant = file("plexica-import4711.zip", BEGIN.minusSeconds(86_400));
        Path object = file("plexica-object-1.tmp", BEGIN.minusSeconds(1));
        Path spooled = file("plexica-object8.tmp", BEGIN.minusSeconds(1));
        Path present = file("plexica-upload124.jar", BEGIN.plusSeconds(1));
        Path other = file("something.jar", BEGIN.minusSeconds(1));
        Path inside = Files.createDirectory(folder.resolve("plexica-test5.jar"));

        LeftFiles.remove(folder, BEGIN);

        assertThat(jar).doesNotExist();
        assertThat(tenant).doesNotExist();
        assertThat(spooled).doesNotExist();
        assertThat(object).exists();
        assertThat(present).exists();
        assertThat(other).exists();
        assertThat(inside).exists();
    }

    @Test
    void whatCannotBeRemovedKeepsNoneOfTheOthers() throws IOException {
        Path one = file("plexica-upload1.jar", BEGIN.minusSeconds(1));
        Path two = file("plexica-upload2.jar", BEGIN.minusSeconds(1));
        List<Path> refused = new ArrayList<>();

        LeftFiles.remove(folder, BEGIN, file -> {
            if (refused.isEmpty()) {
                refused.add(file);
                throw new AccessDeniedException(file.toString());
            }
            return Files.deleteIfExists(file);
        });

        assertThat(Stream.of(one, two).filter(Files::exists)).containsExactlyElementsOf(refused);
    }

    @Test
    void aFolderThatIsNotThereStopsNothing() {
        LeftFiles.remove(folder.resolve("nowhere"), BEGIN);
        assertThat(folder).isEmptyDirectory();
    }

    private Path file(String name, Instant written) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "left");
        return Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
