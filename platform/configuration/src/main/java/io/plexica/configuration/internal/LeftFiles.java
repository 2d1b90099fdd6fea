package io.plexica.configuration.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What earlier runs have left in the folder of temporary files. Every room calls its files there {@code plexica-…} and removes
 * them when their work is done; a process that was killed could not, and each may be as large as a whole tenant.
 */
final class LeftFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LeftFiles.class);
    private static final Pattern OURS = Pattern.compile("plexica-[a-z]+\\d+\\.(jar|zip|tmp)");

    private LeftFiles() {}

    /** Removes what is older than this run. */
    static void remove(Path folder, Instant begin) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "plexica-*")) {
            for (Path file : files) {
                if (isLeft(file, begin) && Files.deleteIfExists(file)) {
                    LOG.info("Removed {}, left by an earlier run", file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("What earlier runs have left in {} could not be removed: {}", folder, e.toString());
        }
    }

    private static boolean isLeft(Path file, Instant begin) throws IOException {
        return OURS.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file).toInstant().isBefore(begin);
    }
}
