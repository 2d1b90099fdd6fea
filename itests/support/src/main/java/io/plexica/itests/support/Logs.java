package io.plexica.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the platform and its servers wrote. */
public final class Logs {

    private final Path folder;

    Logs(Path folder) {
        this.folder = folder;
    }

    /** The lines of the platform's log. */
    public List<String> lines() {
        return text(folder.resolve("plexica.log")).lines().toList();
    }

    /** The lines of the platform's log that belong to one answer. */
    public List<JsonNode> of(String traceId) {
        return lines().stream()
                .filter(line -> line.contains(traceId))
                .map(Json::read)
                .toList();
    }

    /** Everything in the folder, for a search. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        files().forEach(file -> all.append(text(file)).append('\n'));
        return all.toString();
    }

    /** The last lines of every file, for people to read when something failed. */
    public String tail(int lines) {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            List<String> read = text(file).lines().toList();
            all.append("\n== ").append(file).append('\n');
            read.subList(Math.max(0, read.size() - lines), read.size())
                    .forEach(line -> all.append(line).append('\n'));
        }
        return all.toString();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
