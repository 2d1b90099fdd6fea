package io.plexica.plugins.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a jar once, within bounds. The central directory is what counts, as it does for the framework; nothing is written
 * anywhere but jars within the jar, for a moment, into a temporary file. For one jar and one thread.
 */
public final class ArchiveScan {

    private final UnpackingBudget budget;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> names = new HashSet<>();
    private final Map<String, byte[]> texts = new HashMap<>();
    private final Map<String, String> sql = new HashMap<>();
    private final List<ClassFacts> classes = new ArrayList<>();
    private final List<CarriedApi> apis = new ArrayList<>();

    private ArchiveScan(ArchiveLimits limits) {
        this.budget = new UnpackingBudget(limits);
    }

    /**
     * Reads a jar.
     *
     * @throws IOException when the file itself cannot be read; what is wrong with its contents is among the problems
     */
    public static ArchiveContents scan(Path file, ArchiveLimits limits) throws IOException {
        long size = Files.size(file);
        if (size > limits.bytes()) {
            return ArchiveContents.unreadable("", size, tooLarge(limits));
        }
        String digest = Digests.sha256(file);
        ArchiveScan scan = new ArchiveScan(limits);
        try {
            scan.read(file);
        } catch (ZipException e) {
            return ArchiveContents.unreadable(digest, size, NotAnArchive.why(file, e));
        } catch (UnpackingBudget.TooMuch e) {
            scan.problems.add(e.getMessage());
        }
        return new ArchiveContents(
                digest, size, scan.headers, scan.names, scan.texts, scan.sql, scan.classes, scan.apis, scan.problems);
    }

    /** The sentence about a file over the limit. */
    public static String tooLarge(ArchiveLimits limits) {
        return "The jar is larger than " + limits.bytes() / (1024 * 1024) + " MiB";
    }

    private void read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = open(zip, "");
            if (!entries.isEmpty()) {
                problems.addAll(ArchiveEnds.problems(file));
            }
            entries.forEach(entry -> names.add(entry.getName()));
            problems.addAll(EntryNames.supplements(List.copyOf(names)));
            for (ZipEntry entry : entries) {
                if (!entry.isDirectory()) {
                    look(zip, entry);
                }
            }
        }
    }

    private void look(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        try (InputStream in = zip.getInputStream(entry)) {
            if (name.endsWith(".jar")) {
                nested(name, entry, in);
            } else if (name.endsWith(".class")) {
                addClass(name, budget.read(entry, in));
            } else if (name.equals("META-INF/MANIFEST.MF")) {
                readHeaders(budget.read(entry, in));
            } else if (name.endsWith(".sql")) {
                sql.put(name, Digests.sha256(budget.read(entry, in)));
            } else if (isText(name)) {
                keep(name, budget.read(entry, in));
            } else {
                budget.copy(entry, in, OutputStream.nullOutputStream());
            }
        } catch (ZipException | EOFException e) {
            problems.add("The entry '" + name + "' is damaged: " + e.getMessage());
        }
    }

    private void nested(String name, ZipEntry entry, InputStream in) throws IOException {
        Path copy = Files.createTempFile("plexica-nested", ".jar");
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                budget.copy(entry, in, out);
            }
            readNested(name, copy);
        } finally {
            Files.delete(copy);
        }
    }

    private void readNested(String name, Path copy) throws IOException {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            List<? extends ZipEntry> entries = open(zip, "In '" + name + "': ");
            if (CarriedApi.isAt(name)) {
                apis.add(new ApiScan(name, budget, problems::add).read(zip, entries));
                return;
            }
            for (ZipEntry entry : entries) {
                if (entry.getName().endsWith(".jar")) {
                    problems.add("'" + name + "' holds the jar '" + entry.getName() + "': one level is the most");
                    continue;
                }
                if (entry.isDirectory()) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().endsWith(".class")) {
                        addClass(entry.getName(), budget.read(entry, in));
                    } else {
                        budget.copy(entry, in, OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            problems.add("The jar '" + name + "' within the jar is damaged: " + e.getMessage());
        }
    }

    private List<? extends ZipEntry> open(ZipFile zip, String where) throws IOException {
        budget.entries(zip.size());
        List<? extends ZipEntry> entries = zip.stream().toList();
        EntryNames.problems(entries.stream().map(ZipEntry::getName).toList())
                .forEach(problem -> problems.add(where + problem));
        return entries;
    }

    private void addClass(String name, byte[] bytes) {
        if (ClassReading.isClass(name)) {
            ClassReading.read(name, bytes, problem -> problems.add("The " + problem))
                    .ifPresent(classes::add);
        }
    }

    private void readHeaders(byte[] bytes) {
        try {
            headers.putAll(Headers.read(bytes));
        } catch (IOException e) {
            problems.add("META-INF/MANIFEST.MF cannot be read: " + e.getMessage());
        }
    }

    private void keep(String name, byte[] bytes) {
        if (bytes.length > ArchiveLimits.TEXT) {
            problems.add("'" + name + "' is larger than " + ArchiveLimits.TEXT / 1024 + " KiB");
            return;
        }
        texts.put(name, bytes);
    }

    private static boolean isText(String name) {
        return name.equals(ArchiveContents.MANIFEST) || (name.startsWith("OSGI-INF/") && name.endsWith(".xml"));
    }
}
