package io.plexica.spi.data;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What is in a schema, without the rows.
 *
 * @param histories which migrations have run, by the room, with _ for -, or for a plugin under {@link #PLUGIN}
 * @param tables its tables; none comes before one that its foreign keys lead to, as far as that can be
 * @param sequences where its sequences stand
 */
public record SchemaContent(
        Map<String, List<Migration>> histories, List<TableContent> tables, List<SequenceState> sequences) {

    /** The name of a plugin's one history. */
    public static final String PLUGIN = "plugin";

    public SchemaContent {
        histories = Map.copyOf(histories);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** The same with other tables. */
    public SchemaContent with(List<TableContent> other) {
        return new SchemaContent(histories, other, sequences);
    }

    /**
     * A migration that has run.
     *
     * @param script its file, such as {@code V1__contacts.sql}
     * @param checksum of the file's text
     */
    public record Migration(String script, int checksum) {

        public Migration {
            requireNonNull(script, "script");
        }
    }

    /**
     * A table.
     *
     * @param columns those with values of their own, in order
     * @param rows how many; 0 before they were counted
     */
    public record TableContent(String name, List<String> columns, long rows) {

        public TableContent {
            requireNonNull(name, "name");
            columns = List.copyOf(columns);
        }

        /** The same with a number of rows. */
        public TableContent with(long counted) {
            return new TableContent(name, columns, counted);
        }
    }

    /**
     * Where a sequence stands.
     *
     * @param last the last number
     * @param called whether that one was given out
     */
    public record SequenceState(String name, long last, boolean called) {

        public SequenceState {
            requireNonNull(name, "name");
        }
    }
}
