package io.plexica.web.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

    private final Semaphore threads = new Semaphore(1);
    private long now;

    @Test
    void a_body_that_hardly_comes_is_not_waited_for_long() throws IOException {
        LimitedStream stream = stream(1, Duration.ofSeconds(6));

        assertThat(stream.read(new byte[100])).isEqualTo(1);
        assertThatThrownBy(() -> stream.read(new byte[100]))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED))
                .hasMessageContaining("too slowly");
    }

    @Test
    void a_slow_line_gets_its_time() throws IOException {
        LimitedStream stream = stream(10_000, Duration.ofSeconds(2));

        for (int piece = 0; piece < 50; piece++) {
            assertThat(stream.read(new byte[10_000])).isEqualTo(10_000);
        }
    }

    @Test
    void what_the_reader_does_between_takes_nothing_of_it() throws IOException {
        LimitedStream stream = stream(1, Duration.ofMillis(1));

        for (int piece = 0; piece < 50; piece++) {
            assertThat(stream.read()).isBetween(0, 255);
            now += Duration.ofSeconds(30).toNanos();
        }
    }

    @Test
    void too_many_are_not_waited_for_at_once_but_what_has_come_is_read() throws IOException {
        LimitedStream stream = stream(5, Duration.ZERO);
        threads.acquireUninterruptibly();

        assertThatThrownBy(() -> stream.read(new byte[100]))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat(new LimitedStream(new ByteArrayBody(), 3, 3, null, () -> now, threads).readAllBytes())
                .hasSize(3);
        // What comes while others are waited for needs nobody to wait.
        assertThat(new LimitedStream(new LateBody(), 3, 3, null, () -> now, threads).read(new byte[3]))
                .isEqualTo(3);
        threads.release();
        assertThat(stream.read(new byte[100])).isEqualTo(5);
        assertThat(threads.availablePermits()).isEqualTo(1);
    }

    private LimitedStream stream(int bytes, Duration after) {
        return new LimitedStream(new Sender(bytes, after), -1, Long.MAX_VALUE, null, () -> now, threads);
    }

    /** One that comes as soon as somebody has found it missing. */
    private static final class LateBody extends ByteArrayBody {

        private boolean missed;

        @Override
        public int available() {
            boolean come = missed;
            missed = true;
            return come ? super.available() : 0;
        }
    }

    /** A body of three bytes that has come whole. */
    private static class ByteArrayBody extends ServletInputStream {

        private final ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[3]);

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read as it comes");
        }
    }

    /** Sends a piece of zeros whenever it is asked, after a while. */
    private final class Sender extends ServletInputStream {

        private final int bytes;
        private final Duration after;

        Sender(int bytes, Duration after) {
            this.bytes = bytes;
            this.after = after;
        }

        @Override
        public int read() {
            now += after.toNanos();
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            now += after.toNanos();
            return Math.min(bytes, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read as it comes");
        }
    }
}
