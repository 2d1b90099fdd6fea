package io.plexica.data.internal.schema;

import static io.plexica.data.internal.sql.SqlQuoting.name;

import io.plexica.data.internal.pool.PreparedDataSource;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.data.internal.schema.MigrationHistory.Ran;
import io.plexica.spi.data.PluginSchemas.TableRows;
import io.plexica.spi.data.SqlWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Looks into a plugin's schema as its owner, and changes nothing. */
final class PluginSchemaReader {

    private static final String TABLES =
            "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ?"
                    + " ORDER BY 1";

    private final DataSource source;
    private final String schema;

    PluginSchemaReader(DataSource migratorLogin, String schema) {
        this.schema = schema;
        this.source = new PreparedDataSource(
                migratorLogin,
                "SET default_transaction_read_only = on; SET lock_timeout = '5s'; SET statement_timeout = '30s'; SET ROLE "
                        + name(PluginRoles.owner(schema)) + "; SET search_path TO ''");
    }

    /** The files that have run. */
    Set<String> scripts(String history) {
        return read(connection -> {
            Set<String> scripts = new TreeSet<>();
            if (!tables(connection, "").contains(history)) {
                return scripts;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT script FROM " + path(history) + " WHERE success")) {
                while (rows.next()) {
                    scripts.add(rows.getString(1));
                }
            }
            return scripts;
        });
    }

    /** The history's entries. */
    List<Ran> ran(String history) {
        return read(connection -> {
            List<Ran> ran = new ArrayList<>();
            if (!tables(connection, "").contains(history)) {
                return ran;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT script, checksum FROM " + path(history)
                            + " WHERE success AND type = 'SQL' ORDER BY installed_rank")) {
                while (rows.next()) {
                    ran.add(new Ran(rows.getString(1), rows.getInt(2)));
                }
            }
            return ran;
        });
    }

    /** All tables but the history. */
    List<TableRows> rows(String history) {
        return read(connection -> {
            List<TableRows> found = new ArrayList<>();
            for (String table : tables(connection, history)) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + path(table))) {
                    rows.next();
                    found.add(new TableRows(table, rows.getLong(1)));
                }
            }
            return found;
        });
    }

    private List<String> tables(Connection connection, String without) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, schema);
            statement.setString(2, without);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private String path(String table) {
        return name(schema) + "." + name(table);
    }

    private <T> T read(SqlWork<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }
}
