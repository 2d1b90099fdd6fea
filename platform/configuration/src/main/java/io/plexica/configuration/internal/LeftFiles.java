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
 * them when their work is done; a process that was killed could not, and each may be as large as a whole tenant. That folder is
 * the node's own: Karaf's script has it within the installation's data, which one process at a time works with.
 */
final class LeftFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LeftFiles.class);
    private static final Pattern OURS = Pattern.compile("plexica-[a-z]+\\d+\\.(jar|zip|tmp)");

    private LeftFiles() {}

    /** Removes what is older than this run. */
    static void remove(Path folder, Instant begin) {
        remove(folder, begin, Files::deleteIfExists);
    }

    /** Likewise, as somebody removes one: what cannot be removed keeps none of the others. */
    static void remove(Path folder, Instant begin, Removal removal) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "plexica-*")) {
            for (Path file : files) {
                removeOne(file, begin, removal);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("What earlier runs have left in {} could not be removed: {}", folder, e.toString());
        }
    }

    private static void removeOne(Path file, Instant begin, Removal removal) {
        try {
            if (isLeft(file, begin) && removal.remove(file)) {
                LOG.info("Removed {}, left by an earlier run", file);
            }
        } catch (IOException | SecurityException e) {
            LOG.warn("{}, left by an earlier run, could not be removed: {}", file, e.toString());
        }
    }

    private static boolean isLeft(Path file, Instant begin) throws IOException {
        return OURS.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file).toInstant().isBefore(begin);
    }

    /** Removes a file. */
    interface Removal {

        /** Whether there was one. */
        boolean remove(Path file) throws IOException;
    }
}
