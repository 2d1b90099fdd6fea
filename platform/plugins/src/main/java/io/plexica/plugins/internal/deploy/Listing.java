package io.plexica.plugins.internal.deploy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in the deploy folder.
 *
 * @param jars the jars by name, which is also the order in which they are offered
 * @param noted the names of those, there or not, beside which a note says why they were refused
 * @param strangers the names of what somebody may take for something that would be looked at
 */
record Listing(Map<String, FileStamp> jars, Set<String> noted, Set<String> strangers) {

    private static final Logger LOG = LoggerFactory.getLogger(Listing.class);
    private static final String JAR = ".jar";

    static Listing of(Path folder) throws IOException {
        Listing listing = new Listing(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                listing.add(path, String.valueOf(path.getFileName()));
            }
        }
        return listing;
    }

    private void add(Path path, String name) throws IOException {
        if (name.startsWith(".")) {
            return;
        }
        if (Files.isDirectory(path)
                || !name.endsWith(JAR) && name.toLowerCase(Locale.ROOT).endsWith(JAR)) {
            strangers.add(name);
        } else if (name.endsWith(JAR + RefusalNote.ENDING)) {
            noted.add(name.substring(0, name.length() - RefusalNote.ENDING.length()));
        } else if (name.endsWith(JAR) && Files.isRegularFile(path)) {
            try {
                jars.put(name, FileStamp.of(path));
            } catch (NoSuchFileException e) {
                LOG.debug("{} vanished while the folder was read", path, e);
            }
        }
    }
}
