package io.plexica.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The servers that a platform unpacks and builds at its first start, which takes half a minute: the first platform of a
 * build does so itself, and they are kept for those that tests start later. Safe for all threads and processes.
 */
final class Unpacked {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path root;

    /** Those of the distribution that has been built from these sources. */
    Unpacked(Path root) {
        this.root = root;
    }

    /** Gives them to a platform that has not been started yet, if there are any. */
    void giveTo(Path home) {
        Path kept = kept();
        Path servers = home.resolve("servers");
        if (Files.isDirectory(kept) && !Files.exists(servers)) {
            copy(kept, servers);
        }
    }

    /** Keeps what a platform that is up has unpacked, unless that has been done. */
    void keepFrom(Path home) {
        Path kept = kept();
        if (Files.isDirectory(kept)) {
            return;
        }
        try {
            Path servers = home.resolve("servers");
            Path copy = Files.createDirectories(kept.resolveSibling("copy" + UUID.randomUUID()));
            for (Path part : programs(servers)) {
                Path server = copy.resolve(servers.relativize(part).getName(0));
                Files.createDirectories(server);
                copy(part, server.resolve(part.getFileName()));
            }
            try {
                Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
                removeOthers(kept);
            } catch (FileSystemException e) {
                remove(copy);
                if (!Files.isDirectory(kept)) {
                    throw e;
                }
                // Another module's platform was quicker.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of distributions that were built before. What other modules are copying has another name. */
    private static void removeOthers(Path kept) throws IOException {
        try (Stream<Path> all = Files.list(kept.getParent())) {
            all.filter(folder -> !folder.equals(kept))
                    .filter(folder -> folder.getFileName().toString().matches("\\d+"))
                    .forEach(Unpacked::remove);
        }
    }

    /** What is in the servers' folders, but for what they write as they run, such as a log of transactions. */
    private static List<Path> programs(Path servers) throws IOException {
        try (Stream<Path> all = Files.walk(servers, 2)) {
            return all.filter(path -> servers.relativize(path).getNameCount() == 2)
                    .filter(path -> !path.endsWith("data"))
                    .toList();
        }
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where those of the distribution that was built last are, or will be. */
    private Path kept() {
        return root.resolve("itests/support/target/unpacked").resolve(Long.toString(built()));
    }

    private long built() {
        Path target = root.resolve("karaf-assembly/target");
        if (!Files.isDirectory(target)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the system does it, with modes and links. */
    private void copy(Path from, Path to) {
        List<String> command = List.of("cp", "-R", from.toString(), to.toString());
        Script.Ended ended = Script.await(Script.start(root, Map.of(), command), PATIENCE);
        if (ended.exit() != 0) {
            throw new IllegalStateException("The servers cannot be copied: " + ended.output());
        }
    }
}
