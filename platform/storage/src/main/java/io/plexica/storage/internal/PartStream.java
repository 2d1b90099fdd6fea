package io.plexica.storage.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an object, or a part of it: exactly as many as there should be, or a failure. */
class PartStream extends FilterInputStream {

    private long left;

    PartStream(InputStream part, long length) {
        super(part);
        this.left = length;
    }

    /** Whether all that there should be was read. */
    final boolean isComplete() {
        return left == 0;
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int read = super.read(buffer, from, (int) Math.min(count, left));
        if (read < 0) {
            throw new IOException("The object ends too early; " + left + " bytes are missing");
        }
        left -= read;
        return read;
    }

    @Override
    public final long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
