package io.plexica.plugins.internal.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a jar holds, as far as the checks need it.
 *
 * @param digest SHA-256 of the file in hexadecimal
 * @param size bytes of the file
 * @param headers main attributes of its manifest
 * @param names entries of the jar itself
 * @param texts small entries that are looked at: the plugin's manifest and component descriptions
 * @param sql digests of SQL files by name
 * @param classes its classes and those of the jars within it, API bundles aside
 * @param apis the API bundles that it carries
 * @param problems what is wrong with the archive, one sentence each
 */
public record ArchiveContents(
        String digest,
        long size,
        Map<String, String> headers,
        Set<String> names,
        Map<String, byte[]> texts,
        Map<String, String> sql,
        List<ClassFacts> classes,
        List<CarriedApi> apis,
        List<String> problems) {

    /** Where a plugin's manifest lies. */
    public static final String MANIFEST = "META-INF/plexica/plugin.json";

    public ArchiveContents {
        headers = Headers.copy(headers);
        names = Set.copyOf(names);
        texts = Map.copyOf(texts);
        sql = Map.copyOf(sql);
        classes = List.copyOf(classes);
        apis = List.copyOf(apis);
        problems = List.copyOf(problems);
    }

    /** A file that could not be read any further. */
    static ArchiveContents unreadable(String digest, long size, String problem) {
        return new ArchiveContents(
                digest, size, Map.of(), Set.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(problem));
    }

    /** The text of the plugin's manifest. */
    public Optional<byte[]> manifest() {
        return Optional.ofNullable(texts.get(MANIFEST));
    }

    /** A header of the bundle; null when it is absent. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Whether a file, or a folder with something in it, is there. */
    public boolean has(String path) {
        return names.contains(path)
                || names.stream().anyMatch(name -> name.startsWith(path.endsWith("/") ? path : path + "/"));
    }
}
