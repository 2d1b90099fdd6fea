package io.plexica.itests.faults;

import io.plexica.itests.support.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The wall clock of one process, turned while that runs, by {@code libfaketime} where somebody has installed it. */
final class TurnedClock {

    private static final String LIBRARY = "libfaketimeMT.so.1";
    private static final List<String> FOLDERS = List.of("/usr/lib", "/usr/lib64", "/usr/local/lib");
    private static final int DEPTH = 3;

    private final Path file;

    /** A clock that is right. */
    TurnedClock(Path folder) {
        this.file = folder.resolve("clock");
        turn("+0");
    }

    static boolean isPossible() {
        return library().isPresent();
    }

    /** A node that will look at this clock once it has been started. What waits for a while waits by another clock. */
    Platform on(Platform node) {
        Platform turned = node;
        Map<String, String> settings = Map.of(
                "LD_PRELOAD", library().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_DONT_RESET", "1",
                "NO_FAKE_STAT", "1");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            turned = turned.with(setting.getKey(), setting.getValue());
        }
        return turned;
    }

    /** Turns it, at once, for instance by {@code +3h}. */
    void turn(String by) {
        try {
            Files.writeString(file, by + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> library() {
        return FOLDERS.stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(TurnedClock::within)
                .findFirst();
    }

    private static Stream<Path> within(Path folder) {
        try (Stream<Path> found = Files.find(folder, DEPTH, (path, of) -> path.endsWith(LIBRARY))) {
            return found.toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }
}
