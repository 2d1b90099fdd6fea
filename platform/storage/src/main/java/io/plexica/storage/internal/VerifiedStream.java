package io.plexica.storage.internal;

import io.plexica.api.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of an object as they were written: before the last of them is given out, all are compared with the digest, so
 * that a reader who got them all got the right ones.
 */
final class VerifiedStream extends PartStream {

    private final StoredObject object;
    private final MessageDigest digest;
    private boolean verified;

    VerifiedStream(InputStream stream, StoredObject object) {
        super(stream, object.size());
        this.object = object;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        int read = super.read(buffer, from, count);
        if (read > 0) {
            digest.update(buffer, from, read);
        }
        if (isComplete()) {
            verify();
        }
        return read;
    }

    private void verify() throws IOException {
        if (!verified && !HexFormat.of().formatHex(digest.digest()).equals(object.sha256())) {
            throw new IOException("The object is not what was written: its digest is another");
        }
        verified = true;
    }
}
