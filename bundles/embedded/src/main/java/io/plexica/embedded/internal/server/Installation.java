package io.plexica.embedded.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Unpacks servers, each into a folder that only ever appears when all is in it. */
public final class Installation {

    private static final String UNFINISHED = ".unfinished";

    private final Home home;

    /** Installs into a home. */
    public Installation(Home home) {
        this.home = home;
    }

    /** Whether the server that is in an archive has been unpacked. */
    public boolean isInstalled(String glob) throws IOException {
        return Files.isDirectory(target(archive(glob)));
    }

    /**
     * The folder of an installed server; unpacks it when it is not there. What an earlier, interrupted attempt left is
     * removed first.
     *
     * @param glob file name of the archive, such as {@code keycloak-*.tar.gz}
     */
    public Path of(String glob, Unpacker unpacker) throws IOException, InterruptedException {
        Path archive = archive(glob);
        Path target = target(archive);
        if (Files.isDirectory(target)) {
            return target;
        }
        Path unfinished = Home.existing(home.servers()).resolve(target.getFileName() + UNFINISHED);
        remove(unfinished);
        Files.createDirectories(unfinished);
        unpacker.unpack(archive, unfinished);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    /** Feeds a tar stream to the system's tar, which keeps modes and links. */
    public static void untar(InputStream tar, Path target, int strip) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "tar",
                        "-x",
                        "-f",
                        "-",
                        "-C",
                        target.toString(),
                        "--strip-components=" + strip,
                        "--no-same-owner")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var input = process.getOutputStream()) {
            tar.transferTo(input);
        }
        if (process.waitFor() != 0) {
            throw new IOException("tar could not unpack a server into " + target + "; is the disk full?");
        }
    }

    /** Removes a folder with all that is in it; no error when there is none. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Installation::delete);
        } catch (UncheckedIOException e) {
            throw new IOException(folder + " cannot be removed", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path archive(String glob) throws IOException {
        return find(home.cache(), glob)
                .orElseThrow(() -> new IOException("No archive " + glob + " is in " + home.cache()
                        + ", from which a server would be unpacked; start the platform with ./plexica up"));
    }

    private static Optional<Path> find(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            Path newest = null;
            for (Path file : found) {
                newest = newest == null || file.compareTo(newest) > 0 ? file : newest;
            }
            return Optional.ofNullable(newest);
        }
    }

    private Path target(Path archive) {
        return home.servers().resolve(archive.getFileName().toString().replaceAll("\\.(jar|tar\\.gz)$", ""));
    }

    /** Puts the content of an archive into an empty folder. */
    @FunctionalInterface
    public interface Unpacker {
        /** Unpacks. */
        void unpack(Path archive, Path folder) throws IOException, InterruptedException;
    }
}
