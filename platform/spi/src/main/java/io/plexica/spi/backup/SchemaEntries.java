package io.plexica.spi.backup;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.SchemaContent;
import io.plexica.spi.data.SchemaContent.TableContent;
import io.plexica.spi.data.TenantCopies.TableSource;
import io.plexica.spi.data.TenantSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema as entries of a part: one for each table, and one that says what they are. */
public final class SchemaEntries {

    private static final String CONTENT = "schema.json";

    private SchemaEntries() {}

    /**
     * Writes a schema.
     *
     * @param pluginId whose it is; null for the tenant's own
     * @param folder where in the part, such as {@code crm/}; empty for the part itself
     */
    public static void write(
            TenantSnapshot snapshot, @Nullable String pluginId, SchemaContent content, String folder, PartWriter to)
            throws IOException {
        List<TableContent> counted = new ArrayList<>();
        for (TableContent table : content.tables()) {
            try (var out = to.entry(folder + name(counted.size(), table))) {
                counted.add(table.with(snapshot.copy(pluginId, table, out)));
            }
        }
        to.json(folder + CONTENT, content.with(counted));
    }

    /** What is in a schema that was written; empty when there is none. */
    public static Optional<SchemaContent> content(String folder, PartReader from) throws IOException {
        return from.json(folder + CONTENT, SchemaContent.class);
    }

    /** The names of the entries of a schema that was written; none when there is none. */
    public static Set<String> names(String folder, PartReader from) throws IOException {
        Set<String> names = new HashSet<>();
        content(folder, from).ifPresent(content -> {
            names.add(folder + CONTENT);
            for (int i = 0; i < content.tables().size(); i++) {
                names.add(folder + name(i, content.tables().get(i)));
            }
        });
        return names;
    }

    /** The rows of its tables. */
    public static TableSource rows(String folder, SchemaContent content, PartReader from) {
        return table -> {
            int position = content.tables().indexOf(table);
            return from.entry(folder + name(position, table))
                    .orElseThrow(() -> PlexicaException.validation(
                            new FieldError("/" + folder + CONTENT, "names a table without rows: " + table.name())));
        };
    }

    private static String name(int position, TableContent table) {
        String plain = table.name().replaceAll("[^A-Za-z0-9_]", "_");
        return String.format("%04d-%s.copy", position, plain.substring(0, Math.min(40, plain.length())));
    }
}
