package io.plexica.spi.backup;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.TenantSnapshot;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows in {@code core} that belong to a tenant, as an entry with a line of JSON for each.
 *
 * @param entry the name of the entry, such as {@code shared.jsonl}
 * @param select gives the lines of a tenant; its one parameter is the slug
 * @param insert keeps a line for a tenant; its parameters are the slug and the line
 */
public record TenantRows(String entry, String select, String insert) {

    private static final int LONGEST_LINE = 16 * 1024 * 1024;
    private static final int AT_ONCE = 500;

    /** All rows of a table whose column {@code tenant_slug} says whose they are. */
    public static TenantRows of(String entry, String table, Map<String, String> columns) {
        return of(entry, table, columns, "true");
    }

    /**
     * The same for some of them.
     *
     * @param columns those that travel, with their types; all others get their defaults
     * @param where which of the tenant's rows, as SQL
     */
    public static TenantRows of(String entry, String table, Map<String, String> columns, String where) {
        Map<String, String> sorted = new TreeMap<>(columns);
        String members = sorted.keySet().stream()
                .map(column -> "'" + column + "', " + column)
                .collect(Collectors.joining(", "));
        String names = String.join(", ", sorted.keySet());
        String typed = sorted.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", "));
        return new TenantRows(
                entry,
                "SELECT jsonb_build_object(" + members + ")::text FROM " + table + " WHERE tenant_slug = ? AND "
                        + where,
                "INSERT INTO " + table + " (tenant_slug, " + names + ") SELECT ?, " + names
                        + " FROM jsonb_to_record(?::jsonb) AS r(" + typed + ")");
    }

    /** Writes a tenant's rows. */
    public void write(String slug, TenantSnapshot snapshot, PartWriter to) throws IOException {
        try (OutputStream out = to.entry(entry)) {
            snapshot.core(connection -> {
                write(connection, slug, out);
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Connection connection, String slug, OutputStream out) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setFetchSize(AT_ONCE);
            statement.setString(1, slug);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    out.write(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives rows to a tenant, in the current unit of work. */
    public void restore(String slug, Database database, PartReader from) throws IOException {
        Optional<InputStream> there = from.entry(entry);
        if (there.isEmpty()) {
            return;
        }
        try (InputStream in = new BufferedInputStream(there.get())) {
            List<String> lines = new ArrayList<>();
            for (String line = line(in); line != null; line = line(in)) {
                lines.add(line);
                if (lines.size() == AT_ONCE) {
                    insert(database, slug, lines);
                    lines.clear();
                }
            }
            insert(database, slug, lines);
        }
    }

    private void insert(Database database, String slug, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            database.core(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(insert)) {
                    for (String line : lines) {
                        statement.setString(1, slug);
                        statement.setString(2, line);
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                }
            });
        } catch (DatabaseException e) {
            if (e.sqlState().startsWith("22") || e.sqlState().startsWith("23")) {
                String detail = "A row is refused by the database (" + e.sqlState() + ")";
                throw new PlexicaException(ErrorCode.VALIDATION_FAILED, detail, e)
                        .withErrors(List.of(new FieldError("/" + entry, "has a row that does not fit")));
            }
            throw e;
        }
    }

    /** A line; null at the end. */
    private @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw PlexicaException.validation(new FieldError("/" + entry, "has a line that is too long"));
            }
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
