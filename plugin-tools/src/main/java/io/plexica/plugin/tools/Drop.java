package io.plexica.plugin.tools;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The platform's deploy folder as an author sees it: a jar goes in, a verdict comes out. For one thread. */
final class Drop {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path folder;
    private final Path log;

    Drop(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
    }

    /**
     * Drops a jar and waits for what the platform says.
     *
     * @param identity the plugin's id and version
     * @return the verdict, to stand before how long it took
     */
    String drop(Path jar, String identity) throws IOException {
        Path target = folder.resolve(jar.getFileName());
        Path note = target.resolveSibling(target.getFileName() + ".refused.txt");
        if (Files.exists(target) && Files.notExists(note) && Files.mismatch(jar, target) < 0) {
            return "the same bytes as before, nothing to do";
        }
        long from = length();
        Files.deleteIfExists(note);
        Path half = folder.resolve("." + jar.getFileName() + ".tmp");
        Files.copy(jar, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String said = since(from);
            if (said.contains(identity + " is live")) {
                return "live";
            }
            if (said.contains(jar.getFileName() + " is ")) {
                return "there already with these bytes, said";
            }
            if (said.contains(jar.getFileName() + " stays away")) {
                return "away, since it was withdrawn by hand with these bytes, said";
            }
            if (said.contains(jar.getFileName() + " was refused") && Files.exists(note)) {
                return "refused:\n" + reasons(note) + "  said";
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return "nothing heard of it (does the platform run? see " + log + ")";
    }

    private static String reasons(Path note) throws IOException {
        return Files.readAllLines(note).stream()
                .filter(line -> line.startsWith("- "))
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
    }

    private long length() throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /** What the log has gained; all of it when a new one has begun. */
    private String since(long from) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length() < from ? 0 : from);
            byte[] bytes = new byte[(int) Math.min(file.length() - file.getFilePointer(), 1 << 20)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
