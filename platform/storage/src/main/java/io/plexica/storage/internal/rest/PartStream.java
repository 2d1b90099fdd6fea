package io.plexica.storage.internal.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of another stream; what lies before it is read and passed over. Closes the other. */
final class PartStream extends FilterInputStream {

    private long before;
    private long left;

    PartStream(InputStream whole, ByteRange range) {
        super(whole);
        this.before = range.from();
        this.left = range.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        if (before > 0) {
            in.skipNBytes(before);
            before = 0;
        }
        if (left == 0) {
            return -1;
        }
        int read = super.read(buffer, from, (int) Math.min(count, left));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
