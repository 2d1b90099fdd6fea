package io.plexica.itests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a test's database may lie in memory: a copy of one is three hundred files, which takes some disks a second and memory
 * a tenth of it.
 */
public final class MemoryFolder {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String NAME = "plexica-test-";
    private static final long ENOUGH = 2L << 30;

    private MemoryFolder() {}

    /** A new folder, on the disk where it was asked for, or memory is scarce or has no place in the file system. */
    public static Path create() throws IOException {
        if (Boolean.getBoolean("plexica.test.disk")
                || !Files.isWritable(MEMORY)
                || Files.getFileStore(MEMORY).getUsableSpace() < ENOUGH) {
            return Files.createTempDirectory(NAME);
        }
        removeAbandoned();
        return Files.createTempDirectory(MEMORY, NAME + ProcessHandle.current().pid() + "-");
    }

    /** What a JVM of ours that was killed could not remove. */
    private static void removeAbandoned() throws IOException {
        try (Stream<Path> files = Files.list(MEMORY)) {
            files.filter(file -> file.getFileName().toString().matches(NAME + "\\d+-.*"))
                    .filter(Files::isWritable)
                    .filter(MemoryFolder::isAbandoned)
                    .forEach(MemoryFolder::remove);
        }
    }

    private static boolean isAbandoned(Path folder) {
        String pid = folder.getFileName().toString().substring(NAME.length()).replaceFirst("-.*", "");
        return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Another module's tests remove it just now.
        }
    }
}
