package io.plexica.backup.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that came over the network, which is gone when it is closed. */
record ReceivedFile(Path file) implements Closeable {

    /**
     * Takes a body into a file.
     *
     * @param announced how many bytes it is said to have; 0 when nothing is said
     * @throws PlexicaException {@code payload-too-large}; {@code unavailable} when it did not arrive whole
     */
    static ReceivedFile of(InputStream body, long announced, long limit) {
        if (announced > limit) {
            throw tooLarge(limit);
        }
        try {
            ReceivedFile received = new ReceivedFile(Files.createTempFile("plexica-import", ".zip"));
            boolean whole = false;
            try {
                received.fill(body, limit);
                whole = true;
                return received;
            } finally {
                if (!whole) {
                    received.close();
                }
            }
        } catch (IOException e) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "The file did not arrive whole, or there is no room for it; try again", e);
        }
    }

    private void fill(InputStream body, long limit) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                length += n;
                if (length > limit) {
                    throw tooLarge(limit);
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static PlexicaException tooLarge(long limit) {
        return new PlexicaException(
                ErrorCode.PAYLOAD_TOO_LARGE,
                "The file is too large: at most " + limit + " bytes are imported (PLEXICA_IMPORT_MAX_BYTES)");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
