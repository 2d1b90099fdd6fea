package io.plexica.data.internal.copy;

import static io.plexica.data.internal.sql.SqlQuoting.name;
import static java.util.Objects.requireNonNull;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.copy.Catalogue.Key;
import io.plexica.data.internal.copy.Catalogue.Table;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.spi.data.SchemaContent;
import io.plexica.spi.data.SchemaContent.SequenceState;
import io.plexica.spi.data.SchemaContent.TableContent;
import io.plexica.spi.data.TenantCopies.TableSource;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Replaces all rows of a schema within a transaction of the caller's, whose role may do just that. What is said of the tables is
 * held against what the database says of them before a name of theirs stands in a statement. For one thread.
 */
public final class SchemaFiller {

    private final Connection connection;
    private final String schema;
    private final Catalogue catalogue;

    /**
     * Fills a schema.
     *
     * @param wanted which of its tables
     */
    public SchemaFiller(Connection connection, String schema, Predicate<String> wanted) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.catalogue = Catalogue.read(connection, schema, wanted);
    }

    /**
     * Puts rows in the place of those that are there.
     *
     * @param owner whether the role owns the tables, and may put aside what would change or refuse the rows
     * @throws PlexicaException {@code validation-failed} when they do not fit
     */
    public void fill(SchemaContent content, TableSource rows, boolean owner) throws SQLException, IOException {
        Map<String, TableContent> given = fitting(content);
        if (owner) {
            putAside(true);
        }
        List<Table> backward = new ArrayList<>(catalogue.tables());
        Collections.reverse(backward);
        for (Table table : backward) {
            run("DELETE FROM " + path(table.name()));
        }
        for (Table table : catalogue.tables()) {
            copy(requireNonNull(given.get(table.name())), rows);
        }
        if (owner) {
            run("SET CONSTRAINTS ALL IMMEDIATE");
            putAside(false);
        }
    }

    /** Sets sequences to where they were; the role owns them. */
    public void advance(List<SequenceState> states) throws SQLException {
        for (SequenceState state : states) {
            if (!catalogue.sequences().contains(state.name())) {
                throw unfit("there is no sequence " + state.name());
            }
            try (var statement = connection.prepareStatement("SELECT pg_catalog.setval(?::regclass, ?, ?)")) {
                statement.setString(1, path(state.name()));
                statement.setLong(2, state.last());
                statement.setBoolean(3, state.called());
                statement.execute();
            } catch (SQLException e) {
                throw refused(state.name(), e);
            }
        }
    }

    /** Exactly the tables that there are, each with exactly its columns. */
    private Map<String, TableContent> fitting(SchemaContent content) {
        Map<String, TableContent> given = new HashMap<>();
        content.tables().forEach(table -> given.put(table.name(), table));
        Set<String> present = new HashSet<>();
        for (Table table : catalogue.tables()) {
            present.add(table.name());
            TableContent other = given.get(table.name());
            if (other == null) {
                throw unfit("the rows of table " + table.name() + " are missing");
            }
            if (!other.columns().equals(table.columns())) {
                throw unfit("table " + table.name() + " has the columns " + String.join(", ", table.columns())
                        + ", and not " + String.join(", ", other.columns()));
            }
        }
        if (given.size() != content.tables().size() || !present.equals(given.keySet())) {
            throw unfit("there are rows of tables that are not there, or twice: "
                    + given.keySet().stream()
                            .filter(table -> !present.contains(table))
                            .collect(Collectors.joining(", ")));
        }
        return given;
    }

    private void copy(TableContent table, TableSource rows) throws SQLException, IOException {
        if (table.columns().isEmpty()) {
            return;
        }
        String columns = table.columns().stream().map(column -> name(column)).collect(Collectors.joining(", "));
        long copied;
        try (InputStream in = rows.open(table)) {
            copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + path(table.name()) + " (" + columns + ") FROM STDIN", in);
        } catch (SQLException e) {
            throw refused(table.name(), e);
        }
        if (copied != table.rows()) {
            throw unfit(
                    "table " + table.name() + " got " + copied + " rows where " + table.rows() + " were said to be");
        }
    }

    /** Triggers have run where the rows come from; the rules of workspaces let nobody copy; circles of keys are checked last. */
    private void putAside(boolean aside) throws SQLException {
        for (Table table : catalogue.tables()) {
            run("ALTER TABLE " + path(table.name()) + (aside ? " DISABLE" : " ENABLE") + " TRIGGER USER");
            if (table.forced()) {
                run("ALTER TABLE " + path(table.name()) + (aside ? " NO" : "") + " FORCE ROW LEVEL SECURITY");
            }
        }
        for (Key key : FillingOrder.early(catalogue.tables(), catalogue.keys())) {
            String normal = key.deferrable() ? "DEFERRABLE INITIALLY IMMEDIATE" : "NOT DEFERRABLE";
            run("ALTER TABLE " + path(key.from()) + " ALTER CONSTRAINT " + name(key.name()) + " "
                    + (aside ? "DEFERRABLE INITIALLY DEFERRED" : normal));
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String path(String relation) {
        return name(schema) + "." + name(relation);
    }

    /** What the server has against the rows is said, not what the rows are. */
    private static RuntimeException refused(String table, SQLException e) {
        String state = SqlFailures.state(e);
        return state.startsWith("22") || state.startsWith("23")
                ? new PlexicaException(
                                io.plexica.api.problem.ErrorCode.VALIDATION_FAILED,
                                "The rows of table " + table + " are refused by the database (" + state + ")",
                                e)
                        .withErrors(List.of(new FieldError("/" + table, "does not fit the table (" + state + ")")))
                : SqlFailures.of(e);
    }

    private static PlexicaException unfit(String message) {
        return PlexicaException.validation(new FieldError("", message));
    }
}
