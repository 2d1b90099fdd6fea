package io.plexica.plugins.internal.store;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.signal.Signals;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What tenants have installed. Every call joins the current unit of work, and what leads calls elsewhere is announced to all
 * nodes. Safe for all threads.
 */
@Component(service = InstallationStore.class)
public final class InstallationStore {

    /** Put before an update of the row of an operation: no rollout watches it any more. */
    private static final String UNWATCHED = """
            WITH unwatched AS (DELETE FROM core.plugin_rollout_moves m USING core.installations i
                WHERE i.operation_id = ? AND m.tenant_slug = i.tenant_slug AND m.plugin_id = i.plugin_id)
            """;

    private final Database database;
    private final Signals signals;

    /** Waits for the tables. */
    @Activate
    public InstallationStore(
            @Reference Database database,
            @Reference Signals signals,
            @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
        this.signals = signals;
    }

    /** All installations, in any status. */
    public List<Installation> all() {
        return query("");
    }

    /** Those of a tenant, by plugin. */
    public List<Installation> ofTenant(String slug) {
        return query("WHERE tenant_slug = ?", slug);
    }

    /** One of them; empty when the tenant never tried to install the plugin. */
    public Optional<Installation> find(String slug, String pluginId) {
        return query("WHERE tenant_slug = ? AND plugin_id = ?", slug, pluginId).stream()
                .findFirst();
    }

    /** The same, kept from others' changes until the unit of work ends. */
    public Optional<Installation> lock(String slug, String pluginId) {
        String sql = "SELECT 1 FROM core.installations WHERE tenant_slug = ? AND plugin_id = ? FOR NO KEY UPDATE";
        database.core(connection -> Sql.finds(connection, sql, slug, pluginId));
        return find(slug, pluginId);
    }

    /** Those that need a version, or are about to. */
    public List<Installation> using(PluginRef ref) {
        return query(
                "WHERE plugin_id = ? AND version = ? AND status IN ('IN_PROGRESS', 'INSTALLED', 'DISABLED')",
                ref.id(),
                ref.version());
    }

    /**
     * Keeps all others from planning for a tenant until the unit of work ends: what a plan was made from holds until
     * it has claimed what it is about.
     */
    public void lockPlans(String slug) {
        String sql = "SELECT pg_advisory_xact_lock(hashtextextended('plexica:plans:' || ?, 0))";
        database.core(connection -> Sql.finds(connection, sql, slug));
    }

    /** Begins an installation; false when the tenant has the plugin, or something is being done to it. */
    public boolean begin(String slug, PluginRef ref, String what, UUID operation, String node, boolean fresh) {
        return database.core(connection ->
                        Sql.update(connection, """
                        INSERT INTO core.installations AS i
                            (tenant_slug, plugin_id, version, status, operation, operation_id, operation_node,
                                operation_at, fresh)
                        VALUES (?, ?, ?, 'IN_PROGRESS', ?, ?, ?, now(), ?)
                        ON CONFLICT (tenant_slug, plugin_id) DO UPDATE SET version = excluded.version,
                            status = 'IN_PROGRESS', operation = excluded.operation,
                            operation_id = excluded.operation_id, operation_node = excluded.operation_node,
                            operation_at = now(), fresh = excluded.fresh,
                            tables_from = CASE WHEN excluded.fresh THEN NULL ELSE i.tables_from END,
                            uninstalled_at = NULL, reason = NULL, updated_at = now()
                        WHERE i.status IN ('FAILED', 'UNINSTALLED') AND i.operation IS NULL
                        """, slug, ref.id(), ref.version(), what, operation, node, fresh))
                == 1;
    }

    /** Begins to do something else; false when something is being done already. */
    public boolean claim(String slug, String pluginId, String what, UUID operation, String node) {
        return database.core(connection -> Sql.update(connection, """
                        UPDATE core.installations SET operation = ?, operation_id = ?, operation_node = ?,
                            operation_at = now()
                        WHERE tenant_slug = ? AND plugin_id = ? AND operation IS NULL
                        """, what, operation, node, slug, pluginId)) == 1;
    }

    /** Ends what was begun, with nothing changed. */
    public void release(UUID operation) {
        end(operation, "");
    }

    /** Ends an installation that succeeded. */
    public void installed(UUID operation, @Nullable Principal by, boolean granted) {
        change("""
                UPDATE core.installations SET status = 'INSTALLED', operation = NULL, operation_id = NULL,
                    operation_node = NULL, operation_at = NULL, fresh = false, granted = granted OR ?, installed_at = now(), installed_by = ?,
                    installed_by_email = ?, disabled_at = NULL, uninstalled_at = NULL, reason = NULL,
                    updated_at = now()
                WHERE operation_id = ?
                """, granted, by == null ? null : by.id(), by == null ? null : by.email(), operation);
    }

    /**
     * The tenant has a plugin that another one needs; the operation goes on until that one is there too, so that whoever
     * finds it broken off knows that it is to be taken back.
     */
    public void installedAlong(UUID operation, @Nullable Principal by) {
        change("""
                UPDATE core.installations SET status = 'INSTALLED', installed_at = now(), installed_by = ?,
                    installed_by_email = ?, disabled_at = NULL, uninstalled_at = NULL, reason = NULL,
                    updated_at = now()
                WHERE operation_id = ?
                """, by == null ? null : by.id(), by == null ? null : by.email(), operation);
    }

    /** The same for a plugin that was disabled. */
    public void enabledAlong(UUID operation) {
        change("""
                UPDATE core.installations SET status = 'INSTALLED', disabled_at = NULL, reason = NULL, updated_at = now()
                WHERE operation_id = ?
                """, operation);
    }

    /**
     * Ends what came along, once all of the plan is done or all of it is undone.
     *
     * @param granted whether default permissions were given
     */
    public void settled(UUID operation, boolean granted) {
        end(operation, ", fresh = false, granted = granted OR ?", granted);
    }

    /** The tenant has no more what came along; the operation goes on until its tables are gone too. */
    public void takenBack(UUID operation, String reason) {
        change(
                "UPDATE core.installations SET status = 'FAILED', reason = ?, updated_at = now() WHERE operation_id = ?",
                reason,
                operation);
    }

    /** Ends an installation that failed. */
    public void failed(UUID operation, String reason) {
        end(operation, ", status = 'FAILED', fresh = false, reason = ?", reason);
    }

    /** Ends with the plugin enabled. */
    public void enabled(UUID operation) {
        change(ended(", status = 'INSTALLED', disabled_at = NULL, reason = NULL"), operation);
    }

    /** Ends with the plugin disabled. */
    public void disabled(UUID operation) {
        change(ended(", status = 'DISABLED', disabled_at = now()"), operation);
    }

    /** The tenant is on another version; the operation goes on. What a rollout did before is nothing to go back from. */
    public void moved(UUID operation, String version, @Nullable String reason) {
        change(UNWATCHED + """
                UPDATE core.installations SET version = ?, rollout = NULL, reason = ?, updated_at = now()
                WHERE operation_id = ?
                """, operation, version, reason, operation);
    }

    /** Notes from which version the tables are migrated; null for from none. */
    public void tablesFrom(UUID operation, @Nullable String version) {
        change("UPDATE core.installations SET tables_from = ? WHERE operation_id = ?", version, operation);
    }

    /** The same for a tenant on a version whose bytes are replaced. */
    public void tablesFrom(String slug, PluginRef version) {
        database.core(connection -> Sql.update(
                connection,
                "UPDATE core.installations SET tables_from = ? WHERE tenant_slug = ? AND plugin_id = ?",
                version.version(),
                slug,
                version.id()));
    }

    /** The tenant has the plugin no more; the operation goes on. */
    public void uninstalled(UUID operation) {
        change(UNWATCHED + """
                UPDATE core.installations SET status = 'UNINSTALLED', uninstalled_at = now(), rollout = NULL,
                    reason = NULL, updated_at = now()
                WHERE operation_id = ?
                """, operation, operation);
    }

    /** Forgets all installations of a tenant that is no more, and how it used them. */
    public void deleteTenant(String slug) {
        database.core(connection -> {
            Sql.update(connection, "DELETE FROM core.plugin_usage WHERE tenant_slug = ?", slug);
            Sql.update(connection, "DELETE FROM core.shared_data WHERE tenant_slug = ?", slug);
            Sql.update(connection, "DELETE FROM core.shared_data_grants WHERE tenant_slug = ?", slug);
            return Sql.update(connection, "DELETE FROM core.installations WHERE tenant_slug = ?", slug);
        });
        signals.announce(Signals.PLUGINS, slug);
        signals.announce(Signals.CONFIGURATION, slug);
    }

    /** Removes what a plugin shares in a tenant, and what others share with it. */
    public void deleteShared(String slug, String pluginId) {
        database.core(connection -> {
            Sql.update(
                    connection, "DELETE FROM core.shared_data WHERE tenant_slug = ? AND namespace = ?", slug, pluginId);
            return Sql.update(
                    connection,
                    "DELETE FROM core.shared_data_grants WHERE tenant_slug = ? AND ? IN (namespace, plugin_id)",
                    slug,
                    pluginId);
        });
    }

    private void end(UUID operation, String changes, Object... values) {
        Object[] all = java.util.Arrays.copyOf(values, values.length + 1);
        all[values.length] = operation;
        database.core(connection -> Sql.update(connection, ended(changes), all));
    }

    private static String ended(String changes) {
        return "UPDATE core.installations SET operation = NULL, operation_id = NULL, operation_node = NULL,"
                + " operation_at = NULL, operation_target = NULL, unproven = NULL, updated_at = now()" + changes
                + " WHERE operation_id = ?";
    }

    /** Changes the one row of an operation. It is gone when the tenant went meanwhile: then the operation fails. */
    private void change(String sql, @Nullable Object... values) {
        String slug = database.core(connection ->
                        Sql.find(connection, sql + " RETURNING tenant_slug", row -> row.getString(1), values))
                .orElse("");
        if (slug.isEmpty()) {
            throw PlexicaException.conflict("tenant-busy", "The tenant is being removed");
        }
        signals.announce(Signals.PLUGINS, slug);
    }

    private List<Installation> query(String where, String... values) {
        String sql = "SELECT * FROM core.installations " + where + " ORDER BY tenant_slug, plugin_id";
        return database.core(connection -> Sql.list(connection, sql, InstallationRow::read, (Object[]) values));
    }
}
