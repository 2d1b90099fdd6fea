package io.plexica.itests.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a test's database may lie in memory: a copy of one is three hundred files, which takes some disks a second and memory
 * a tenth of it.
 */
public final class MemoryFolder {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 2L << 30;

    private MemoryFolder() {}

    /** A new folder, on the disk where it was asked for, or memory is scarce or has no place in the file system. */
    public static Path create() throws IOException {
        if (Boolean.getBoolean("plexica.test.disk")
                || !Files.isWritable(MEMORY)
                || Files.getFileStore(MEMORY).getUsableSpace() < ENOUGH) {
            return TestFolders.onDisk();
        }
        TestFolders.removeAbandoned(MEMORY);
        return TestFolders.in(MEMORY, "server");
    }
}
