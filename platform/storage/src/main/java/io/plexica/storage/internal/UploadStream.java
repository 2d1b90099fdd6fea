package io.plexica.storage.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bytes of an object as its caller gives them, up to a bound. When they stop coming that is no failure of the engine,
 * which is told by an exception of another kind.
 */
final class UploadStream extends FilterInputStream {

    private final Room room;
    private boolean begun;

    UploadStream(InputStream stream, Room room) {
        super(stream);
        this.room = room;
    }

    /**
     * For another attempt to write it.
     *
     * @throws IOException when some of it has been read
     */
    UploadStream whole() throws IOException {
        if (begun) {
            throw new IOException("The bucket went away while the object was being written");
        }
        return this;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int count) {
        begun = true;
        int read;
        try {
            read = super.read(buffer, from, count);
        } catch (IOException e) {
            throw new UncheckedIOException("The object could not be read to its end", e);
        }
        room.take(Math.max(0, read));
        return read;
    }

    /** Whoever gave it closes it. */
    @Override
    public void close() {}
}
