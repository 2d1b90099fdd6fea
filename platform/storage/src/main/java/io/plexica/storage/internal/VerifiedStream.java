package io.plexica.storage.internal;

import io.plexica.api.storage.StoredObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of an object as they were written: before the last of them is given out, all are compared with the digest, so
 * that a reader who got them all got the right ones.
 */
final class VerifiedStream extends FilterInputStream {

    private final StoredObject object;
    private final MessageDigest digest;
    private long left;
    private boolean verified;

    VerifiedStream(InputStream stream, StoredObject object) {
        super(stream);
        this.object = object;
        this.left = object.size();
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (left == 0) {
            verify();
            return -1;
        }
        int read = super.read(buffer, from, (int) Math.min(count, left));
        if (read < 0) {
            throw new IOException("The object ends too early; " + left + " bytes are missing");
        }
        digest.update(buffer, from, read);
        left -= read;
        if (left == 0) {
            verify();
        }
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

    private void verify() throws IOException {
        if (!verified && !HexFormat.of().formatHex(digest.digest()).equals(object.sha256())) {
            throw new IOException("The object is not what was written: its digest is another");
        }
        verified = true;
    }
}
