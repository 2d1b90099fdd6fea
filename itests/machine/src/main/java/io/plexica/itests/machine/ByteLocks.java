package io.plexica.itests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers of which each is one process's: a byte of a file stands for each, and its lock goes with the process. The file is
 * never closed, since that would give up all of them. Safe for all threads.
 */
final class ByteLocks {

    private final FileChannel file;
    private final Map<Integer, FileLock> taken = new ConcurrentHashMap<>();

    /** Those that this file does not note as taken. */
    ByteLocks(Path file) {
        try {
            this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // Or whoever clears the folder of temporary files by age takes it away while its locks are held.
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one until it is released; false when it is somebody's, this process's too. */
    boolean take(int number) {
        try {
            FileLock lock = file.tryLock(number, 1, false);
            if (lock != null) {
                taken.put(number, lock);
            }
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives one back. */
    void release(int number) {
        try {
            Objects.requireNonNull(taken.remove(number)).release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
