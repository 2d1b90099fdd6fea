package io.plexica.backup.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

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

    private static void refused(InputStream body, long announced) {
        assertThatThrownBy(() -> ReceivedFile.of(body, announced, 2999))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE));
    }
}
