package io.plexica.plugins.internal.store;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.signal.Signals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What tenants and workspaces have decided about plugins. Every call joins the current unit of work, and every change is
 * announced to all nodes. Safe for all threads.
 */
@Component(service = LevelStore.class)
public final class LevelStore {

    private final Database database;
    private final Signals signals;

    /** Waits for the tables. */
    @Activate
    public LevelStore(
            @Reference Database database,
            @Reference Signals signals,
            @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
        this.signals = signals;
    }

    /** All that was decided about a plugin in a tenant. */
    public Levels of(String slug, String pluginId) {
        String sql = "SELECT * FROM core.plugin_settings WHERE tenant_slug = ? AND plugin_id = ?";
        return Levels.of(database.core(connection -> Sql.list(connection, sql, LevelRows::read, slug, pluginId)));
    }

    /** All levels that have secrets, by tenant and plugin. */
    public List<Kept> withSecrets() {
        return database.core(connection -> Sql.list(
                connection,
                "SELECT * FROM core.plugin_settings WHERE secrets <> '{}'"
                        + " ORDER BY tenant_slug, plugin_id, workspace_id NULLS FIRST",
                row -> new Kept(row.getString("tenant_slug"), row.getString("plugin_id"), LevelRows.read(row))));
    }

    /**
     * The workspaces in which plugins are switched off.
     *
     * @param slug the tenant; null for all
     * @return workspaces by plugin by tenant
     */
    public Map<String, Map<String, Set<UUID>>> switchedOff(@Nullable String slug) {
        return database.core(connection -> {
            Map<String, Map<String, Set<UUID>>> found = new HashMap<>();
            Sql.list(
                    connection,
                    "SELECT tenant_slug, plugin_id, workspace_id FROM core.plugin_settings"
                            + " WHERE NOT enabled AND (CAST(? AS text) IS NULL OR tenant_slug = ?)",
                    row -> found.computeIfAbsent(row.getString(1), tenant -> new HashMap<>())
                            .computeIfAbsent(row.getString(2), plugin -> new HashSet<>())
                            .add(row.getObject(3, UUID.class)),
                    slug,
                    slug);
            return found;
        });
    }

    /** Keeps a decision. */
    public void put(String slug, String pluginId, Level level) {
        database.core(connection -> {
            LevelRows.write(connection, slug, pluginId, level);
            return Boolean.TRUE;
        });
        UUID workspace = level.workspace();
        String key = slug + "/" + pluginId + (workspace == null ? "" : "/" + workspace);
        signals.announce(Signals.CONFIGURATION, key);
        if (workspace != null) {
            signals.announce(Signals.PLUGINS, slug);
        }
    }

    /** Forgets all that was decided about a plugin in a tenant. */
    public void forget(String slug, String pluginId) {
        delete(slug, "DELETE FROM core.plugin_settings WHERE tenant_slug = ? AND plugin_id = ?", slug, pluginId);
    }

    /** Forgets all that a workspace has decided; who is about to decide something there waits, and finds it gone. */
    public void forgetWorkspace(String slug, UUID workspace) {
        lockWorkspace("pg_advisory_xact_lock", workspace);
        delete(slug, "DELETE FROM core.plugin_settings WHERE tenant_slug = ? AND workspace_id = ?", slug, workspace);
    }

    /** Keeps a workspace from being forgotten until the unit of work ends; look afterwards whether it is still there. */
    public void holdWorkspace(UUID workspace) {
        lockWorkspace("pg_advisory_xact_lock_shared", workspace);
    }

    /** Keeps all others from switching plugins on and off in a workspace until the unit of work ends. */
    public void lockSwitches(UUID workspace) {
        String sql = "SELECT pg_advisory_xact_lock(hashtextextended(?, 5))";
        database.core(connection -> Sql.finds(connection, sql, "plugin-switches:" + workspace));
    }

    private void delete(String slug, String sql, Object... values) {
        int rows = database.core(connection -> Sql.update(connection, sql, values));
        if (rows > 0) {
            signals.announce(Signals.CONFIGURATION, slug);
            signals.announce(Signals.PLUGINS, slug);
        }
    }

    private void lockWorkspace(String function, UUID workspace) {
        String sql = "SELECT " + function + "(hashtextextended(?, 4))";
        database.core(connection -> Sql.finds(connection, sql, "plugin-settings:" + workspace));
    }

    /** What was decided about a plugin at one level of a tenant. */
    public record Kept(String tenantSlug, String pluginId, Level level) {}
}
