package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class BodyDrainTest {

    private final byte[] chunk = new byte[8];

    @Test
    void what_has_come_is_taken_in_however_many_are_waited_for() throws IOException {
        assertThat(BodyDrain.read(new ByteArrayInputStream(new byte[3]), chunk, new Semaphore(0)))
                .isEqualTo(3);
    }

    @Test
    void who_is_silent_is_waited_for_only_while_few_are() throws IOException {
        InputStream late = new ByteArrayInputStream(new byte[3]) {
            @Override
            public int available() {
                return 0;
            }
        };
        assertThat(BodyDrain.read(late, chunk, new Semaphore(0))).isEqualTo(-1);
        Semaphore waiting = new Semaphore(1);
        assertThat(BodyDrain.read(late, chunk, waiting)).isEqualTo(3);
        assertThat(waiting.availablePermits()).isEqualTo(1);
    }
}
