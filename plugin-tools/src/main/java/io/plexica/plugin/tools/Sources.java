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
import java.util.stream.Stream;

/** The files of a project that people write, and which of them have changed. For one thread. */
final class Sources {

    /** What builds write, unless it is below {@code src}, where folders may be called anything. */
    private static final Set<String> MADE =
            Set.of("target", "node_modules", "dist", "build", "out", "dependency-reduced-pom.xml");

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

    /** Passes over what a build has just written, wherever that was; what was saved meanwhile below {@code src} still counts. */
    void built() throws IOException {
        Map<Path, String> now = look();
        Map<Path, String> settled = new HashMap<>(known);
        settled.keySet().removeIf(file -> !isWritten(file));
        now.forEach((file, state) -> {
            if (!isWritten(file)) {
                settled.put(file, state);
            }
        });
        known = settled;
    }

    private boolean isWritten(Path file) {
        return isPom(file) || isBelowSrc(file);
    }

    private boolean isBelowSrc(Path file) {
        return Stream.iterate(file, path -> !path.equals(project), Path::getParent)
                .anyMatch(path -> path.endsWith("src"));
    }

    private static boolean isPom(Path file) {
        return file.endsWith("pom.xml");
    }

    /** Whether something may have to be fetched for the next build. */
    boolean concernPoms(Set<Path> changed) {
        return changed.stream().anyMatch(Sources::isPom);
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
                boolean passed = !folder.equals(project) && isPassedOver(folder);
                return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isPassedOver(file)) {
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

    /** What builds make, and what editors and npm write for themselves. */
    private boolean isPassedOver(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".")
                || name.endsWith("~")
                || name.equals("package-lock.json")
                || MADE.contains(name) && !isBelowSrc(file);
    }
}
