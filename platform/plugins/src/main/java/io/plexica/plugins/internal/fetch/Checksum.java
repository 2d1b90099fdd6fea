package io.plexica.plugins.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a file is what the repository says that it is. */
final class Checksum {

    /** The better one is looked at where both are served. */
    private static final List<Kind> KINDS = List.of(new Kind(".sha256", "SHA-256"), new Kind(".sha1", "SHA-1"));

    private Checksum() {}

    /** What is wrong with a file, by the first checksum that the repository serves; empty when nothing is, or none is. */
    static Optional<String> problem(Source source, String path, Path file) throws IOException {
        for (Kind kind : KINDS) {
            Optional<byte[]> served = source.read(path + kind.suffix());
            if (served.isEmpty()) {
                continue;
            }
            String wanted = first(new String(served.get(), StandardCharsets.US_ASCII));
            String found = of(file, kind.algorithm());
            return wanted.equals(found)
                    ? Optional.empty()
                    : Optional.of("its " + kind.algorithm() + " is " + found + ", and the repository says " + wanted);
        }
        return Optional.empty();
    }

    /** Some write the file's name behind it. */
    private static String first(String text) {
        return text.strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
    }

    private static String of(Path file, String algorithm) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has both algorithms", e);
        }
    }

    private record Kind(String suffix, String algorithm) {}
}
