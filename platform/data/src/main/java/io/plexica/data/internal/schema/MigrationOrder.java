package io.plexica.data.internal.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;

/** The order in which migrations run. Pure. */
final class MigrationOrder {

    private MigrationOrder() {}

    /** Those of the files that have not run, in the order in which they will. */
    static List<String> pending(Collection<String> files, Set<String> ran) {
        return files.stream()
                .filter(file -> !ran.contains(file))
                .sorted(Comparator.comparing(MigrationOrder::version))
                .toList();
    }

    static MigrationVersion version(String file) {
        return MigrationVersion.fromVersion(file.replaceFirst("^V", "").replaceFirst("__.*$", ""));
    }
}
