package io.plexica.backup.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceivedFileTest {

    @Test
    void it_holds_what_came_until_it_is_closed() throws IOException {
        ReceivedFile received = ReceivedFile.of(new ByteArrayInputStream(new byte[3000]), 0, 3000);
        assertThat(received.file()).hasSize(3000);
        received.close();
        assertThat(received.file()).doesNotExist();
    }

    @Test
    void too_much_is_refused_and_what_announces_it_is_not_even_read() {
        refused(new ByteArrayInputStream(new byte[3000]), 0);
        refused(InputStream.nullInputStream(), 99_999_999_999L);
    }

    @Test
    void what_a_process_that_died_has_left_goes_and_what_is_in_use_stays(@TempDir Path folder) throws IOException {
        Path left = Files.write(folder.resolve("plexica-import123.zip"), new byte[10]);
        Path other = Files.write(folder.resolve("something.zip"), new byte[10]);
        ReceivedFile.removeLeft(folder);
        assertThat(left).doesNotExist();
        assertThat(other).exists();
        try (ReceivedFile received = ReceivedFile.of(new ByteArrayInputStream(new byte[10]), 10, 10)) {
            ReceivedFile.removeLeft(Objects.requireNonNull(received.file().getParent()));
            assertThat(received.file()).exists();
        }
        ReceivedFile.removeLeft(folder.resolve("nowhere"));
    }

    private static void refused(InputStream body, long announced) {
        assertThatThrownBy(() -> ReceivedFile.of(body, announced, 2999))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE));
    }
}
