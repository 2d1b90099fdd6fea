package io.plexica.data.internal.schema;

import static io.plexica.data.internal.sql.SqlQuoting.name;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.work.WorkDatabase;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.tenancy.WorkspaceListener;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts, and removes, the rows that plugins keep in a workspace. They go in the unit of work in which it goes. */
public final class WorkspaceRemoval implements WorkspaceListener {

    private static final String SCOPED =
            "SELECT r.plugin_id, c.relname FROM core.data_roles r JOIN pg_catalog.pg_namespace n ON n.nspname = r.role_name"
                    + " JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid JOIN pg_catalog.pg_policy p ON p.polrelid ="
                    + " c.oid WHERE r.tenant_slug = ? AND r.plugin_id IS NOT NULL AND p.polname = 'plexica_workspace' AND"
                    + " NOT c.relispartition ORDER BY 1, 2";
    private static final String INTEGRITY = "23";

    private final WorkDatabase database;

    /** Rows in this database. */
    public WorkspaceRemoval(WorkDatabase database) {
        this.database = database;
    }

    @Override
    public List<String> dependants(String tenantSlug, UUID workspaceId) {
        List<String> found = new ArrayList<>();
        tables(tenantSlug).forEach((plugin, tables) -> {
            for (String table : tables) {
                long rows = database.plugin(tenantSlug, plugin, workspaceId, connection -> count(connection, table));
                if (rows > 0) {
                    found.add(plugin + "." + table + ": " + rows + (rows == 1 ? " row" : " rows"));
                }
            }
        });
        return found;
    }

    @Override
    public void removed(String tenantSlug, UUID workspaceId) {
        tables(tenantSlug).forEach((plugin, tables) -> {
            try {
                database.plugin(tenantSlug, plugin, workspaceId, connection -> delete(connection, tables));
            } catch (DatabaseException e) {
                throw e.sqlState().startsWith(INTEGRITY) ? kept(plugin, e) : e;
            }
        });
    }

    private Map<String, List<String>> tables(String slug) {
        return database.core(connection -> {
            Map<String, List<String>> tables = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(SCOPED)) {
                statement.setString(1, slug);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        tables.computeIfAbsent(rows.getString(1), plugin -> new ArrayList<>())
                                .add(rows.getString(2));
                    }
                }
            }
            return tables;
        });
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + name(table))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** One statement for all, since foreign keys between them are looked at when it ends. */
    private static boolean delete(Connection connection, List<String> tables) throws SQLException {
        String each = tables.stream()
                .map(table -> name("gone " + table) + " AS (DELETE FROM " + name(table) + ")")
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            return statement.execute("WITH " + each + " SELECT 1");
        }
    }

    private static PlexicaException kept(String plugin, DatabaseException cause) {
        return new PlexicaException(
                ErrorCode.CONFLICT,
                "dependants: something of " + plugin
                        + " that belongs to the whole tenant refers to rows of this workspace",
                cause);
    }
}
