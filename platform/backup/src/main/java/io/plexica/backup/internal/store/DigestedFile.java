package io.plexica.backup.internal.store;

import io.plexica.backup.internal.store.Backup.Stored;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files with their digests. */
final class DigestedFile {

    private DigestedFile() {}

    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes a file of a backup. */
    static Stored write(Path folder, String name, Content content) throws IOException {
        MessageDigest digest = sha256();
        Path file = folder.resolve(name);
        try (OutputStream out =
                new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), 64 * 1024)) {
            content.write(out);
        }
        return new Stored(name, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }

    /** Looks at a file that is there. */
    static Stored look(Path folder, String name) throws IOException {
        MessageDigest digest = sha256();
        Path file = folder.resolve(name);
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return new Stored(name, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
