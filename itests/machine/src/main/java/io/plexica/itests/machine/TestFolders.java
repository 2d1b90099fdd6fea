package io.plexica.itests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Folders for what tests start: gone with their JVM or, where that was killed, when the next one begins. With
 * {@code -Dplexica.test.keep=true} they stay, logs and all. Safe for all threads.
 */
public final class TestFolders {

    private static final Path DISK = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String NAME = "plexica-test-";
    private static final Set<Path> MADE = ConcurrentHashMap.newKeySet();

    static {
        removeAbandoned(DISK);
        if (!Boolean.getBoolean("plexica.test.keep")) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> MADE.forEach(TestFolders::remove)));
        }
    }

    private TestFolders() {}

    /** A new one, whose name says what it is for. */
    public static Path create(String purpose) {
        try {
            Path folder = in(DISK, purpose + "-");
            MADE.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes one at once. */
    public static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Another JVM, or a server that is still ending, removes it just now.
        }
    }

    /** One for whoever removes it himself. */
    static Path onDisk() throws IOException {
        return in(DISK, "");
    }

    /** Likewise, in another place. */
    static Path in(Path place, String purpose) throws IOException {
        return Files.createTempDirectory(place, NAME + ProcessHandle.current().pid() + "-" + purpose);
    }

    /** What a JVM of ours that was killed could not remove. */
    static void removeAbandoned(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            files.filter(file -> file.getFileName().toString().matches(NAME + "\\d+-.*"))
                    .filter(Files::isWritable)
                    .filter(TestFolders::isAbandoned)
                    .forEach(TestFolders::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path folder) {
        String pid = folder.getFileName().toString().substring(NAME.length()).replaceFirst("-.*", "");
        return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
