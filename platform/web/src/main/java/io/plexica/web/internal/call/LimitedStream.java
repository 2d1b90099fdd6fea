package io.plexica.web.internal.call;

import java.io.IOException;
import java.security.MessageDigest;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.jspecify.annotations.Nullable;

/** Refuses to hand out more of a body than may be read. */
public final class LimitedStream extends ServletInputStream {

    private final ServletInputStream body;
    private final long most;
    private final @Nullable MessageDigest digest;
    private long count;

    /**
     * Limits a stream.
     *
     * @param digest takes note of all that is read; null for nobody
     */
    public LimitedStream(ServletInputStream body, long most, @Nullable MessageDigest digest) {
        this.body = body;
        this.most = most;
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        int one = body.read();
        count(one < 0 ? 0 : 1);
        if (digest != null && one >= 0) {
            digest.update((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = body.read(buffer, offset, length);
        count(Math.max(0, read));
        if (digest != null && read > 0) {
            digest.update(buffer, offset, read);
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    private void count(int more) {
        count += more;
        if (count > most) {
            throw BodyLimit.tooLarge(most);
        }
    }
}
