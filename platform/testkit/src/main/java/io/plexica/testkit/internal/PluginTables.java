package io.plexica.testkit.internal;

import io.plexica.api.context.ContextExecutor;
import io.plexica.api.data.Data;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.executor.ExecutorSettings;
import io.plexica.data.internal.executor.PluginExecutor;
import io.plexica.spi.data.SchemaNames;
import io.plexica.spi.plugins.PluginRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The tables of one plugin in the tenants of a test. */
public final class PluginTables {

    private static final String HISTORY = "flyway_history";

    private final DataPlatform platform;
    private final TestServer server;
    private final PluginRef plugin;
    private final ClassLoader loader;
    private final List<String> tenants;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> emptied = new ArrayList<>();
    private final PluginExecutor executor;

    PluginTables(DataPlatform platform, TestServer server, PluginRef plugin, ClassLoader loader, List<String> tenants) {
        this.platform = platform;
        this.server = server;
        this.plugin = plugin;
        this.loader = loader;
        this.tenants = tenants;
        this.executor = platform.executors(ExecutorSettings.DEFAULTS).open(plugin, loader);
    }

    void make(@Nullable String migrations) {
        for (String tenant : tenants) {
            platform.tenantSchemas().create(tenant);
            if (migrations == null) {
                platform.pluginSchemas().create(tenant, plugin.id());
            } else {
                platform.pluginSchemas().migrate(tenant, plugin.id(), migrations, loader);
            }
            remember(SchemaNames.plugin(tenant, plugin.id()));
        }
    }

    /** The plugin. */
    public PluginRef plugin() {
        return plugin;
    }

    /** The tables as the plugin's code sees them. */
    public Data data() {
        return platform.data(plugin, loader);
    }

    /** What runs work that the plugin hands over. */
    public ContextExecutor executor() {
        return executor;
    }

    /** Runs work as one unit of work. */
    public <T> T unitOfWork(Callable<T> work) throws Exception {
        return platform.database().unitOfWork(work);
    }

    /** Runs something once the current unit of work has committed. */
    public void afterCommit(Runnable action) {
        platform.database().afterCommit(action);
    }

    /** Names of the tables. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Counts rows by SQL that names a tenant's schema, with the rights of the plugin in the current tenant. */
    public long count(String tenant, String table) {
        String sql = "SELECT count(*) FROM " + quoted(SchemaNames.plugin(tenant, plugin.id())) + "." + quoted(table);
        try (Statement statement = data().connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refuses: " + e.getMessage(), e);
        }
    }

    /** Empties all tables that the migrations left empty, in all tenants. */
    public void empty() {
        if (!emptied.isEmpty()) {
            asSuperuser("TRUNCATE " + String.join(", ", emptied));
        }
    }

    /** Removes the tables. */
    public void close() {
        executor.close();
        platform.pluginUnits().close(plugin, loader);
        tenants.forEach(tenant -> platform.pluginSchemas().drop(tenant, plugin.id()));
    }

    private void remember(String schema) {
        try (Connection connection = server.superuser();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement, schema)) {
                names.add(table);
                String path = quoted(schema) + "." + quoted(table);
                try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + path + " LIMIT 1")) {
                    if (!rows.next()) {
                        emptied.add(path);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The plugin's tables cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> tables(Statement statement, String schema) throws SQLException {
        String sql = "SELECT tablename FROM pg_tables WHERE schemaname = '" + schema + "' AND tablename <> '" + HISTORY
                + "' ORDER BY 1";
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private void asSuperuser(String sql) {
        try (Connection connection = server.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The plugin's tables cannot be emptied: " + e.getMessage(), e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
