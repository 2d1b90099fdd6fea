package io.plexica.data.internal.copy;

import static io.plexica.data.internal.sql.SqlQuoting.name;

import io.plexica.spi.data.SchemaContent.SequenceState;
import io.plexica.spi.data.SchemaContent.TableContent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tables of a schema as the database describes them.
 *
 * @param tables in the order in which they can be filled
 * @param keys the foreign keys among them
 * @param sequences their names
 */
record Catalogue(List<Table> tables, List<Key> keys, List<String> sequences) {

    private static final String TABLES = """
            SELECT c.relname, c.relkind = 'p', c.relrowsecurity AND c.relforcerowsecurity,
                ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                    ORDER BY a.attnum)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1""";
    private static final String KEYS = """
            SELECT k.conname, f.relname, t.relname, k.condeferrable, k.condeferred
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class f ON f.oid = k.conrelid
            JOIN pg_catalog.pg_class t ON t.oid = k.confrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = f.relnamespace
            WHERE n.nspname = ? AND k.contype = 'f' AND k.conparentid = 0 ORDER BY 1, 2""";
    private static final String SEQUENCES = "SELECT c.relname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind = 'S' ORDER BY 1";

    Catalogue {
        tables = List.copyOf(tables);
        keys = List.copyOf(keys);
        sequences = List.copyOf(sequences);
    }

    /**
     * A table.
     *
     * @param partitioned whether its rows lie in others
     * @param forced whether row-level security holds for its owner, too
     * @param columns those with values of their own
     */
    record Table(String name, boolean partitioned, boolean forced, List<String> columns) {

        Table {
            columns = List.copyOf(columns);
        }

        TableContent content() {
            return new TableContent(name, columns, 0);
        }
    }

    /** A foreign key, and when it is checked. */
    record Key(String name, String from, String to, boolean deferrable, boolean deferred) {}

    /** What is there, but for tables that are not wanted. */
    static Catalogue read(Connection connection, String schema, Predicate<String> wanted) throws SQLException {
        List<Table> tables = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        List<String> sequences = new ArrayList<>();
        each(connection, TABLES, schema, row -> {
            if (wanted.test(row.getString(1))) {
                tables.add(new Table(row.getString(1), row.getBoolean(2), row.getBoolean(3), texts(row.getArray(4))));
            }
        });
        each(
                connection,
                KEYS,
                schema,
                row -> keys.add(new Key(
                        row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5))));
        each(connection, SEQUENCES, schema, row -> sequences.add(row.getString(1)));
        return new Catalogue(FillingOrder.of(tables, keys), keys, sequences);
    }

    /** Where the sequences stand now. */
    List<SequenceState> states(Connection connection, String schema) throws SQLException {
        List<SequenceState> states = new ArrayList<>();
        for (String sequence : sequences) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT last_value, is_called FROM " + name(schema) + "." + name(sequence))) {
                row.next();
                states.add(new SequenceState(sequence, row.getLong(1), row.getBoolean(2)));
            }
        }
        return states;
    }

    private interface RowWork {
        void with(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, String schema, RowWork work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    work.with(rows);
                }
            }
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
