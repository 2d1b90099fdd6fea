package io.plexica.storage.internal;

import io.plexica.api.storage.StoredObject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Objects one after the other in a stream: each begins with a 1, its path, content type and digest as texts, its size and the time
 * of its writing in milliseconds, the number of its notes and those as texts; then come its bytes. A 0 ends the stream. Texts
 * are in modified UTF-8 behind their length in two bytes, numbers have the high byte first. For one thread.
 */
final class ObjectFrames {

    private static final int MOST_NOTES = 64;

    private final DataOutputStream out;

    ObjectFrames(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void write(StoredObject object, InputStream content) throws IOException {
        out.writeByte(1);
        out.writeUTF(object.path());
        out.writeUTF(object.contentType());
        out.writeUTF(object.sha256());
        out.writeLong(object.size());
        out.writeLong(object.modifiedAt().toEpochMilli());
        out.writeInt(object.metadata().size());
        for (Map.Entry<String, String> note : new TreeMap<>(object.metadata()).entrySet()) {
            out.writeUTF(note.getKey());
            out.writeUTF(note.getValue());
        }
        if (content.transferTo(out) != object.size()) {
            throw new IOException("The object " + object.path() + " has another size than it said");
        }
    }

    void end() throws IOException {
        out.writeByte(0);
        out.flush();
    }

    /** Reads them again. Whoever asks for the next has read all bytes of the one before. */
    static final class Reader {

        private final DataInputStream in;
        private long left;
        private boolean unfit;

        Reader(InputStream in) {
            this.in = new DataInputStream(in);
        }

        /** Whether a failure to read came of what is written, and would come again. */
        boolean isUnfit() {
            return unfit;
        }

        /** What is known of the next object; empty at the end. */
        Optional<StoredObject> next() throws IOException {
            unfit = true;
            Optional<StoredObject> next = read();
            unfit = false;
            return next;
        }

        private Optional<StoredObject> read() throws IOException {
            in.skipNBytes(left);
            int mark = in.readByte();
            if (mark == 0) {
                return Optional.empty();
            }
            String path = in.readUTF();
            String type = in.readUTF();
            String digest = in.readUTF();
            long size = in.readLong();
            Instant modified = Instant.ofEpochMilli(in.readLong());
            int notes = in.readInt();
            if (mark != 1 || size < 0 || notes < 0 || notes > MOST_NOTES) {
                throw new IOException("The objects are not written as they should be");
            }
            Map<String, String> metadata = new TreeMap<>();
            for (int i = 0; i < notes; i++) {
                metadata.put(in.readUTF(), in.readUTF());
            }
            left = size;
            return Optional.of(new StoredObject(path, size, type, digest, modified, metadata));
        }

        /** The bytes of the object that was read last; closing it changes nothing. */
        InputStream content() {
            return new Content();
        }

        private final class Content extends InputStream {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int read = in.read(buffer, offset, (int) Math.min(length, left));
                if (read < 0) {
                    unfit = true;
                    throw new EOFException("The objects end too early");
                }
                left -= read;
                return read;
            }
        }
    }
}
