package io.plexica.plugins.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Says why a file is no jar. */
final class NotAnArchive {

    private NotAnArchive() {}

    static String why(Path file, ZipException cause) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(2);
        }
        if (head.length == 0) {
            return "The file is empty";
        }
        boolean beginsLikeOne = head.length == 2 && head[0] == 'P' && head[1] == 'K';
        if (!beginsLikeOne) {
            return "The file is no jar, whatever its name says";
        }
        return "The jar is not complete or damaged: " + cause.getMessage();
    }
}
