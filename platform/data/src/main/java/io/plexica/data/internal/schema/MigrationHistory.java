package io.plexica.data.internal.schema;

import io.plexica.data.internal.migrate.MigrationFile;
import io.plexica.data.internal.migrate.MigrationFiles;
import io.plexica.spi.data.PluginSchemas.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;

/** What has run in a schema, held against a version's files: by the rules of Flyway, in words of our own. Pure. */
final class MigrationHistory {

    private final TreeMap<MigrationVersion, Ran> ran = new TreeMap<>();

    /** In any order. */
    MigrationHistory(List<Ran> entries) {
        entries.forEach(entry -> ran.put(MigrationOrder.version(entry.script()), entry));
    }

    /** A file that has run. */
    record Ran(String script, int checksum) {}

    /** How the files differ from what has run. */
    Difference against(List<MigrationFile> files) {
        TreeMap<MigrationVersion, MigrationFile> wanted = new TreeMap<>();
        files.forEach(file -> wanted.put(MigrationOrder.version(file.name()), file));
        MigrationVersion last = wanted.isEmpty() ? MigrationVersion.EMPTY : wanted.lastKey();
        List<String> newer =
                ran.tailMap(last, false).values().stream().map(Ran::script).toList();
        List<String> problems = new ArrayList<>();
        ran.headMap(last, true)
                .forEach((version, entry) ->
                        problem(entry, Optional.ofNullable(wanted.get(version))).ifPresent(problems::add));
        for (Map.Entry<MigrationVersion, MigrationFile> file : wanted.entrySet()) {
            if (!ran.containsKey(file.getKey()) && ran.higherEntry(file.getKey()) != null) {
                problems.add(file.getValue().name() + " comes too late, since "
                        + ran.lastEntry().getValue().script() + " has run; give it a higher number");
            }
        }
        return new Difference(newer, problems);
    }

    private static Optional<String> problem(Ran entry, Optional<MigrationFile> file) {
        if (file.isEmpty()) {
            return Optional.of(entry.script() + " has run and is missing; put it back as it was");
        }
        if (!file.get().name().equals(entry.script())) {
            return Optional.of(file.get().name() + " has run as " + entry.script() + "; give it that name back");
        }
        return MigrationFiles.checksum(file.get()) == entry.checksum()
                ? Optional.empty()
                : Optional.of(entry.script()
                        + " was changed after it had run; put it back as it was and the change into a new file");
    }
}
