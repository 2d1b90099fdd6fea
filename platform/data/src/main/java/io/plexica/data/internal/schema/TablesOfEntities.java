package io.plexica.data.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the tables and columns that entities read and write are there, before anybody calls what needs them. */
final class TablesOfEntities {

    /** Columns of PostgreSQL's own, such as xmin, are there as well. */
    private static final String PRESENT = """
            SELECT c.relname, a.attname FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname = ?
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')""";

    private TablesOfEntities() {}

    /**
     * What is missing, in words.
     *
     * @param wanted the columns of entities, by their tables
     */
    static List<String> missing(Connection connection, String schema, Map<String, Set<String>> wanted)
            throws SQLException {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> present = present(connection, schema);
        List<String> problems = new ArrayList<>();
        wanted.forEach((table, columns) -> {
            Set<String> found = present.get(table);
            if (found == null) {
                problems.add("table " + table + " of an entity is made by none of the migrations");
                return;
            }
            columns.stream()
                    .filter(column -> !found.contains(column))
                    .map(column -> "column " + column + " of table " + table
                            + ", which an entity has, is made by none of the migrations")
                    .forEach(problems::add);
        });
        return problems;
    }

    private static Map<String, Set<String>> present(Connection connection, String schema) throws SQLException {
        Map<String, Set<String>> present = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PRESENT)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    present.computeIfAbsent(rows.getString(1), unknown -> new HashSet<>())
                            .add(rows.getString(2));
                }
            }
        }
        return present;
    }
}
