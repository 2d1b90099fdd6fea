package io.plexica.plugin.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files of a project that people write, and which of them have changed. For one thread. */
final class Sources {

    private static final Set<String> MADE = Set.of("target", "node_modules");

    private final Path project;
    private Map<Path, String> known = Map.of();
    private Map<Path, String> lately = Map.of();

    Sources(Path project) {
        this.project = project;
    }

    /** What has changed since this was last asked with an answer; nothing while somebody is still writing. */
    Set<Path> changed() throws IOException {
        Map<Path, String> now = look();
        boolean atRest = now.equals(lately);
        lately = now;
        if (!atRest || now.equals(known)) {
            return Set.of();
        }
        Set<Path> changed = new HashSet<>(now.keySet());
        changed.addAll(known.keySet());
        changed.removeIf(file -> Objects.equals(now.get(file), known.get(file)));
        known = now;
        return changed;
    }

    /** Whether the modules of pages have to be made anew. */
    boolean concernPages(Set<Path> changed) {
        return changed.stream().anyMatch(file -> file.startsWith(project.resolve("ui")));
    }

    /** Names of files for people, the first few of them. */
    String named(Set<Path> files) {
        String names = new TreeSet<>(files)
                .stream().limit(3).map(project::relativize).map(Path::toString).collect(Collectors.joining(", "));
        return files.size() > 3 ? names + " and " + (files.size() - 3) + " more" : names;
    }

    private Map<Path, String> look() throws IOException {
        Map<Path, String> found = new HashMap<>();
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean passed = !folder.equals(project) && (MADE.contains(name) || name.startsWith("."));
                return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isOfATool(file.getFileName().toString())) {
                    found.put(file, attributes.lastModifiedTime() + "/" + attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw new UncheckedIOException(e);
            }
        });
        return found;
    }

    /** What editors and npm write for themselves. */
    private static boolean isOfATool(String name) {
        return name.startsWith(".") || name.endsWith("~") || name.equals("package-lock.json");
    }
}
