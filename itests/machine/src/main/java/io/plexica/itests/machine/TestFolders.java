package io.plexica.itests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders for what tests start: gone with their JVM or, where that was killed, when the next one begins. Whether a JVM lives is
 * told by its lock on its folders' numbers, also to those of other containers that share the place. With
 * {@code -Dplexica.test.keep=true} they stay, logs and all. Safe for all threads.
 */
public final class TestFolders {

    private static final boolean KEPT = Boolean.getBoolean("plexica.test.keep");
    private static final Path DISK = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String OURS = System.getProperty("user.name") + "-";
    private static final String NAME = (KEPT ? "plexica-kept-" : "plexica-test-") + OURS;
    private static final Pattern SWEPT = Pattern.compile("plexica-test-" + Pattern.quote(OURS) + "(\\d{1,9})-.*");
    private static final int NUMBERS = 1_000_000_000;
    private static final Map<Path, ByteLocks> LOCKS = new ConcurrentHashMap<>();
    private static final Set<Path> MADE = ConcurrentHashMap.newKeySet();

    static {
        removeAbandoned(DISK);
        if (!KEPT) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> MADE.forEach(TestFolders::end)));
        }
    }

    private TestFolders() {}

    /** A new one, whose name says what it is for. */
    public static Path create(String purpose) {
        try {
            Path folder = in(DISK, purpose);
            MADE.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes one at once, unless they are to stay. */
    public static void remove(Path folder) {
        if (!KEPT) {
            clear(folder);
        }
    }

    /** Removes a folder whatever is to stay: somebody has to do without it. */
    public static void clear(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Another JVM, or a server that is still ending, removes it just now.
        }
    }

    /** One for whoever removes it himself. */
    static Path onDisk() throws IOException {
        return in(DISK, "server");
    }

    /** Likewise, in another place. */
    static Path in(Path place, String purpose) throws IOException {
        ByteLocks locks = locks(place);
        int number;
        do {
            number = ThreadLocalRandom.current().nextInt(NUMBERS);
        } while (!locks.take(number));
        return Files.createDirectory(
                place.resolve(NAME + number + "-" + purpose),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** What a JVM of ours that was killed could not remove. */
    static void removeAbandoned(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            files.forEach(folder -> removeIfAbandoned(place, folder));
        } catch (IOException | UncheckedIOException e) {
            // Whoever can look there sweeps it.
        }
    }

    private static void removeIfAbandoned(Path place, Path folder) {
        Matcher name = SWEPT.matcher(folder.getFileName().toString());
        if (name.matches() && Files.isWritable(folder)) {
            int number = Integer.parseInt(name.group(1));
            ByteLocks locks = locks(place);
            if (locks.take(number)) {
                end(folder);
                locks.release(number);
            }
        }
    }

    /** Nobody waits for what runs there any more, and it must not go on without its files. */
    private static void end(Path folder) {
        if (Files.exists(folder)) {
            LeftServers.end(folder);
            clear(folder);
        }
    }

    private static ByteLocks locks(Path place) {
        return LOCKS.computeIfAbsent(
                place,
                there -> new ByteLocks(there.resolve("plexica-test-folders-" + System.getProperty("user.name"))));
    }
}
