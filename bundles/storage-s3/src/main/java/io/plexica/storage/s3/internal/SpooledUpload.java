package io.plexica.storage.s3.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is to be sent, in a file: the server wants to know length and digest first, and a call that is repeated begins anew.
 *
 * @param sha256 in hexadecimal, as we keep it
 * @param md5 in Base64, as the server checks it
 */
record SpooledUpload(Path file, long size, String sha256, String md5) implements AutoCloseable {

    static SpooledUpload of(InputStream content) throws IOException {
        Path file = Files.createTempFile("plexica-object", null);
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest md5 = digest("MD5");
        try (OutputStream out =
                new DigestOutputStream(new DigestOutputStream(Files.newOutputStream(file), sha256), md5)) {
            long size = content.transferTo(out);
            return new SpooledUpload(
                    file,
                    size,
                    HexFormat.of().formatHex(sha256.digest()),
                    Base64.getEncoder().encodeToString(md5.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
