package io.plexica.storage.file.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** As much of a stream as belongs to the object. */
final class FirstBytes extends FilterInputStream {

    private long left;

    FirstBytes(InputStream stream, long size) {
        super(stream);
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read();
        left -= read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        if (left == 0 && count > 0) {
            return -1;
        }
        int read = super.read(buffer, from, (int) Math.min(count, left));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(super.available(), left);
    }
}
