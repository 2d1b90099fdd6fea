package io.plexica.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files for which handlers wait, and in which they note that they began. */
final class Latches {

    private final Path folder;

    Latches(Path folder) {
        this.folder = folder;
    }

    /** Whoever handles this will wait. */
    void shut(String op) {
        try {
            Files.createFile(folder.resolve(op + ".latch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever handles this goes on. */
    void open(String op) {
        try {
            Files.deleteIfExists(folder.resolve(op + ".latch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of the nodes on which a handler began with this, in this order. */
    List<String> entered(String op) {
        Path notes = folder.resolve(op + ".entered");
        try {
            return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
