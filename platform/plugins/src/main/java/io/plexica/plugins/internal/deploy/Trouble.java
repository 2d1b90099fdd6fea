package io.plexica.plugins.internal.deploy;

import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Says to operators why a file could not be taken: the same every time, and without names of classes or of copies. Pure. */
final class Trouble {

    private Trouble() {}

    static String inWords(Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return "access is denied: the platform must be able to read the jar, and to write where it copies it to";
        }
        if (cause instanceof PlexicaException known) {
            return known.detail();
        }
        if (cause instanceof IOException) {
            String said = cause instanceof FileSystemException known ? known.getReason() : cause.getMessage();
            return said == null ? "it cannot be read or copied" : said;
        }
        return "the platform failed over it, and its log says where";
    }
}
