package io.plexica.plugins.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.archive.ArchiveLimits;
import io.plexica.plugins.internal.archive.ArchiveScan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Takes a jar from the network into a file, within bounds. */
final class Upload {

    static final String SOURCE = "upload";

    private Upload() {}

    /** Does something with the jar, which is gone afterwards. */
    static <T> T with(InputStream body, Function<Path, T> work) {
        try {
            Path jar = Files.createTempFile("plexica-upload", ".jar");
            try {
                receive(body, jar);
                return work.apply(jar);
            } finally {
                Files.deleteIfExists(jar);
            }
        } catch (IOException e) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The jar did not arrive whole; try again", e);
        }
    }

    private static void receive(InputStream body, Path jar) throws IOException {
        long limit = ArchiveLimits.STANDARD.bytes();
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        try (OutputStream out = Files.newOutputStream(jar)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                length += n;
                if (length > limit) {
                    throw new PlexicaException(
                            ErrorCode.PAYLOAD_TOO_LARGE, ArchiveScan.tooLarge(ArchiveLimits.STANDARD));
                }
                out.write(buffer, 0, n);
            }
        }
    }
}
