package io.plexica.plugins.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads an API bundle that lies in a plugin's jar, within the bounds of that jar. For one bundle and one thread. */
final class ApiScan {

    /** What builds write about themselves, which makes no other contents. */
    private static final Set<String> OF_THE_BUILD = Set.of(
            "Bnd-LastModified", "Build-Jdk", "Build-Jdk-Spec", "Built-By", "Created-By", "Tool", "Archiver-Version");

    private final String path;
    private final UnpackingBudget budget;
    private final Consumer<String> problems;
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> names = new HashSet<>();
    private final List<ClassFacts> classes = new ArrayList<>();

    ApiScan(String path, UnpackingBudget budget, Consumer<String> problems) {
        this.path = path;
        this.budget = budget;
        this.problems = problems;
    }

    CarriedApi read(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        EntryNames.supplements(entries.stream().map(ZipEntry::getName).toList())
                .forEach(problem -> problems.accept("In '" + path + "': " + problem));
        for (ZipEntry entry : entries) {
            if (entry.isDirectory()) {
                continue;
            }
            names.add(entry.getName());
            if (entry.getName().endsWith(".jar")) {
                problems.accept("'" + path + "' holds the jar '" + entry.getName() + "': one level is the most");
                continue;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                look(entry.getName(), budget.read(entry, in));
            }
        }
        return new CarriedApi(path, Digests.ofAll(digests), headers, names, classes);
    }

    private void look(String name, byte[] bytes) {
        if (name.equals(JarFile.MANIFEST_NAME)) {
            readHeaders(bytes);
            return;
        }
        digests.put(name, Digests.sha256(bytes));
        if (ClassReading.isClass(name)) {
            ClassReading.read(name, bytes, problem -> problems.accept("In '" + path + "': the " + problem))
                    .ifPresent(classes::add);
        }
    }

    private void readHeaders(byte[] bytes) {
        try {
            headers.putAll(Headers.read(bytes));
        } catch (IOException e) {
            problems.accept("In '" + path + "': META-INF/MANIFEST.MF cannot be read: " + e.getMessage());
        }
        headers.forEach((name, value) -> {
            if (!OF_THE_BUILD.contains(name)) {
                digests.put("header " + name, Digests.sha256(value.getBytes(StandardCharsets.UTF_8)));
            }
        });
    }
}
