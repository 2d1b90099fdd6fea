package io.plexica.backup.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that came over the network, which is gone when it is closed. It is locked until then: what lies there unlocked was left
 * by a process that died.
 */
record ReceivedFile(Path file, FileChannel channel) implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedFile.class);
    private static final String PREFIX = "plexica-import";

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
            Path file = Files.createTempFile(PREFIX, ".zip");
            ReceivedFile received = new ReceivedFile(file, FileChannel.open(file, StandardOpenOption.WRITE));
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
        channel.lock();
        // Closing it would give the lock back.
        OutputStream out = Channels.newOutputStream(channel);
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            length += n;
            if (length > limit) {
                throw tooLarge(limit);
            }
            out.write(buffer, 0, n);
        }
    }

    private static PlexicaException tooLarge(long limit) {
        return new PlexicaException(
                ErrorCode.PAYLOAD_TOO_LARGE,
                "The file is too large: at most " + limit + " bytes are imported (PLEXICA_IMPORT_MAX_BYTES)");
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }

    /** Removes what processes that died have left in a folder; each may be as large as a whole tenant. */
    static void removeLeft(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*.zip")) {
            for (Path file : left) {
                removeUnlocked(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("What imports have left in {} could not be removed: {}", folder, e.toString());
        }
    }

    /** One that cannot be opened keeps none of the others. */
    private static void removeUnlocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
                LOG.info("Removed {}, left by an import that was broken off", file);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is being imported", file);
        } catch (IOException e) {
            LOG.warn("{}, left by an import that was broken off, could not be removed: {}", file, e.toString());
        }
    }
}
