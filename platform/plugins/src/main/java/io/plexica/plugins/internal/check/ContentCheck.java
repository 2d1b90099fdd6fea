package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.Contribution;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.Digests;
import io.plexica.plugins.internal.manifest.UiPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the files that a manifest names are in the jar. */
final class ContentCheck {

    /** Flyway's names: forward-only, each run once. */
    private static final Pattern MIGRATION = Pattern.compile("V\\d+(?:[._]\\d+)*__\\w[\\w.-]*\\.sql");

    private ContentCheck() {}

    static List<FieldError> problems(ArchiveContents jar, PluginManifest manifest) {
        List<FieldError> problems = new ArrayList<>();
        file(jar, manifest.icon(), "/icon", problems);
        file(jar, manifest.web().remoteEntry(), "/web/remoteEntry", problems);
        modules(jar, manifest.web().contributions(), problems);
        for (int i = 0; i < manifest.screenshots().size(); i++) {
            file(jar, manifest.screenshots().get(i), "/screenshots/" + i, problems);
        }
        String folder = manifest.data().migrations();
        if (folder != null) {
            migrations(jar, folder, problems);
        }
        return problems;
    }

    /** Entities whose tables no migration could ever make. */
    static List<FieldError> entitiesWithoutTables(ArchiveContents jar, PluginManifest manifest) {
        return manifest.data().migrations() != null
                ? List.of()
                : jar.classes().stream()
                        .filter(type -> type.annotations().contains("javax.persistence.Entity"))
                        .map(type -> new FieldError(
                                "/data/migrations",
                                "is needed for the table of the entity " + type.name()
                                        + ": the folder of SQL files such as V1__contacts.sql"))
                        .toList();
    }

    /** One digest for the migrations of a jar. */
    static String migrationsDigest(ArchiveContents jar, PluginManifest manifest) {
        String folder = manifest.data().migrations();
        return Digests.ofAll(folder == null ? Map.of() : below(jar, folder));
    }

    private static void migrations(ArchiveContents jar, String folder, List<FieldError> problems) {
        Map<String, String> files = below(jar, folder);
        if (files.isEmpty()) {
            problems.add(new FieldError("/data/migrations", "'" + folder + "' holds no SQL files in the jar"));
        }
        files.keySet().stream()
                .filter(name -> !MIGRATION.matcher(name).matches())
                .forEach(name -> problems.add(new FieldError(
                        "/data/migrations", "'" + folder + "/" + name + "' is not named like V1__contacts.sql")));
        Map<String, String> versions = new HashMap<>();
        files.keySet().stream()
                .filter(name -> MIGRATION.matcher(name).matches())
                .forEach(name -> {
                    String other = versions.putIfAbsent(version(name), name);
                    if (other != null) {
                        problems.add(new FieldError(
                                "/data/migrations",
                                "'" + folder + "/" + name + "' has the same version as '" + other + "'"));
                    }
                });
    }

    /** The version in a file's name as those who run it compare it: 01 is 1, and 1.0 is 1. */
    private static String version(String name) {
        return name.substring(1, name.indexOf("__"))
                .replace('_', '.')
                .replaceAll("(?<![0-9])0+(?=[0-9])", "")
                .replaceAll("(\\.0)+$", "");
    }

    private static Map<String, String> below(ArchiveContents jar, String folder) {
        Map<String, String> files = new TreeMap<>();
        jar.sql().forEach((name, digest) -> {
            if (name.startsWith(folder + "/")) {
                files.put(name.substring(folder.length() + 1), digest);
            }
        });
        return files;
    }

    /** Modules by other names are refused as such. */
    private static void modules(ArchiveContents jar, List<Contribution> contributions, List<FieldError> problems) {
        for (int i = 0; i < contributions.size(); i++) {
            String pointer = "/web/contributions/" + i + "/module";
            UiPaths.ofModule(contributions.get(i).module()).ifPresent(path -> file(jar, path, pointer, problems));
        }
    }

    private static void file(ArchiveContents jar, @Nullable String path, String pointer, List<FieldError> problems) {
        if (path != null && (path.endsWith("/") || !jar.names().contains(path))) {
            problems.add(new FieldError(pointer, "'" + path + "' is not in the jar"));
        }
    }
}
