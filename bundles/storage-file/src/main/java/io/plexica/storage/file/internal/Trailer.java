package io.plexica.storage.file.internal;

import io.plexica.api.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of an object, behind its bytes in the same file: both appear, and change, in one move. Last come the
 * length of what is known and a mark by which a file that is cut off is told from a whole one.
 */
final class Trailer {

    private static final int MARK = 0x504c5831;
    private static final int END = 2 * Integer.BYTES;
    private static final int LONGEST = 1 << 20;

    private Trailer() {}

    /** What to write behind the bytes. */
    static byte[] of(StoredObject object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(object.contentType());
        out.writeUTF(object.sha256());
        out.writeLong(object.modifiedAt().toEpochMilli());
        out.writeInt(object.metadata().size());
        for (Map.Entry<String, String> entry : object.metadata().entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        out.writeInt(bytes.size());
        out.writeInt(MARK);
        return bytes.toByteArray();
    }

    /** How many bytes of a file are the object's. */
    static long size(SeekableByteChannel file) throws IOException {
        return file.size() - END - length(file);
    }

    /** What a file says of its object. */
    static StoredObject read(SeekableByteChannel file, String key) throws IOException {
        long size = size(file);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(file, size, length(file))));
        String contentType = in.readUTF();
        String sha256 = in.readUTF();
        Instant modifiedAt = Instant.ofEpochMilli(in.readLong());
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            metadata.put(in.readUTF(), in.readUTF());
        }
        return new StoredObject(key, size, contentType, sha256, modifiedAt, metadata);
    }

    private static int length(SeekableByteChannel file) throws IOException {
        if (file.size() < END) {
            throw broken();
        }
        ByteBuffer end = ByteBuffer.wrap(bytes(file, file.size() - END, END));
        int length = end.getInt();
        if (end.getInt() != MARK || length < 0 || length > LONGEST || length > file.size() - END) {
            throw broken();
        }
        return length;
    }

    private static byte[] bytes(SeekableByteChannel file, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        file.position(from);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw broken();
            }
        }
        return buffer.array();
    }

    private static IOException broken() {
        return new IOException("A file of the storage was changed by somebody else, or is cut off");
    }
}
