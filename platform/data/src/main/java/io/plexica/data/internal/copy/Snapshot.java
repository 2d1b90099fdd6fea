package io.plexica.data.internal.copy;

import static io.plexica.data.internal.sql.SqlQuoting.name;
import static io.plexica.data.internal.sql.SqlQuoting.text;

import io.plexica.data.internal.pool.PreparedDataSource;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.spi.data.SchemaContent;
import io.plexica.spi.data.SchemaContent.Migration;
import io.plexica.spi.data.SchemaContent.TableContent;
import io.plexica.spi.data.SchemaNames;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.data.TenantSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * What one transaction of the admin's sees. The tables of a plugin are its owner's to read: a second connection looks at them
 * through the same snapshot. For one thread.
 */
public final class Snapshot implements TenantSnapshot {

    /** Before the first transaction of a connection that copies: it may take its time, and writes what any server reads. */
    public static final String PATIENT = "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;"
            + " SET search_path TO ''; SET DateStyle TO ISO; SET IntervalStyle TO postgres";

    private static final String HISTORIES = "flyway_";
    private static final String PLUGIN_HISTORY = "flyway_history";

    private final Connection admin;
    private final DataSource migratorLogin;
    private final String slug;
    private final List<String> pluginIds;
    private final Set<String> leftBehind;
    private final String id;
    private final Instant at;

    /**
     * Takes the snapshot.
     *
     * @param admin in a transaction that has not begun
     * @param plugins finds the plugins that have a schema in the tenant
     * @param leftBehind tables of the tenant's own schema that are not copied
     */
    public Snapshot(Connection admin, DataSource migratorLogin, String slug, Plugins plugins, Set<String> leftBehind)
            throws SQLException {
        this.admin = admin;
        this.migratorLogin = migratorLogin;
        this.slug = slug;
        this.leftBehind = leftBehind;
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_export_snapshot(), now()")) {
            row.next();
            this.id = row.getString(1);
            this.at = row.getObject(2, OffsetDateTime.class).toInstant();
        }
        this.pluginIds = plugins.in(admin);
    }

    /** Finds plugins. */
    public interface Plugins {
        List<String> in(Connection connection) throws SQLException;
    }

    /** A connection whose transactions only read, and see the same from beginning to end. */
    public static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public SchemaContent tenant() {
        String schema = SchemaNames.tenant(slug);
        return read(
                admin,
                connection -> content(
                        connection,
                        schema,
                        table -> table.startsWith(HISTORIES) ? table.substring(HISTORIES.length()) : null,
                        leftBehind));
    }

    @Override
    public Map<String, SchemaContent> plugins() {
        Map<String, SchemaContent> contents = new TreeMap<>();
        for (String plugin : pluginIds) {
            contents.put(
                    plugin,
                    asOwner(
                            plugin,
                            connection -> content(
                                    connection,
                                    SchemaNames.plugin(slug, plugin),
                                    table -> table.equals(PLUGIN_HISTORY) ? SchemaContent.PLUGIN : null,
                                    Set.of())));
        }
        return contents;
    }

    @Override
    public long copy(@Nullable String pluginId, TableContent table, OutputStream out) throws IOException {
        try {
            return pluginId == null
                    ? read(admin, connection -> copy(connection, SchemaNames.tenant(slug), table, out))
                    : asOwner(pluginId, connection -> copy(connection, SchemaNames.plugin(slug, pluginId), table, out));
        } catch (Unwritten e) {
            throw e.cause;
        }
    }

    @Override
    public <T> T core(SqlWork<T> work) {
        return read(admin, work);
    }

    private static long copy(Connection connection, String schema, TableContent table, OutputStream out)
            throws SQLException {
        if (table.columns().isEmpty()) {
            return 0;
        }
        String columns = table.columns().stream().map(column -> name(column)).collect(Collectors.joining(", "));
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT " + columns + " FROM " + name(schema) + "." + name(table.name())
                                    + ") TO STDOUT",
                            out);
        } catch (IOException e) {
            throw new Unwritten(e);
        }
    }

    private static SchemaContent content(
            Connection connection, String schema, Function<String, @Nullable String> historyOf, Set<String> without)
            throws SQLException {
        Map<String, List<Migration>> histories = new LinkedHashMap<>();
        List<TableContent> tables = new ArrayList<>();
        Catalogue catalogue = Catalogue.read(connection, schema, table -> !without.contains(table));
        for (Catalogue.Table table : catalogue.tables()) {
            String history = historyOf.apply(table.name());
            if (history == null) {
                tables.add(table.content());
            } else {
                histories.put(history, migrations(connection, schema, table.name()));
            }
        }
        return new SchemaContent(histories, tables, catalogue.states(connection, schema));
    }

    private static List<Migration> migrations(Connection connection, String schema, String history)
            throws SQLException {
        List<Migration> ran = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT script, checksum FROM " + name(schema) + "."
                        + name(history) + " WHERE success AND type = 'SQL' ORDER BY installed_rank")) {
            while (rows.next()) {
                ran.add(new Migration(rows.getString(1), rows.getInt(2)));
            }
        }
        return ran;
    }

    private <T> T asOwner(String pluginId, SqlWork<T> work) {
        DataSource owner = new PreparedDataSource(
                migratorLogin, "SET ROLE " + name(SchemaNames.pluginOwner(slug, pluginId)) + "; " + PATIENT);
        try (Connection connection = owner.getConnection()) {
            begin(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION SNAPSHOT " + text(id));
            }
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlFailures.ofUnfinished(e);
        }
    }

    private static <T> T read(Connection connection, SqlWork<T> work) {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlFailures.ofUnfinished(e);
        }
    }

    /** The reader has gone away. */
    private static final class Unwritten extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient IOException cause;

        Unwritten(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
