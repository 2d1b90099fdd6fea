package io.plexica.plugins.internal.backup;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.backup.CopiedPlugins.Plugin;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.spi.backup.TenantRows;
import io.plexica.spi.data.TenantSnapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this room keeps of a tenant's plugins in {@code core}, on its way out and in. */
final class CopiedRows {

    /** Those that the tenant has, and those whose tables it has kept. */
    private static final String WANTED =
            "(i.status IN ('INSTALLED', 'DISABLED') OR EXISTS (SELECT FROM core.data_roles r"
                    + " WHERE r.tenant_slug = i.tenant_slug AND r.plugin_id = i.plugin_id))";

    private static final String TEXT = "text";
    private static final String MOMENT = "timestamptz";

    /** All but the installations, in the order in which they can be written. Secrets stay behind. */
    static final List<TenantRows> OTHERS = List.of(
            TenantRows.of(
                    "settings.jsonl",
                    "core.plugin_settings",
                    Map.ofEntries(
                            Map.entry("plugin_id", TEXT),
                            Map.entry("workspace_id", "uuid"),
                            Map.entry("settings", "jsonb"),
                            Map.entry("enabled", "boolean"),
                            Map.entry("enabled_features", "text[]"),
                            Map.entry("disabled_features", "text[]"),
                            Map.entry("version", "bigint"),
                            Map.entry("changed_at", MOMENT),
                            Map.entry("changed_by", "uuid"),
                            Map.entry("changed_by_email", TEXT)),
                    "plugin_id IN (SELECT i.plugin_id FROM core.installations i"
                            + " WHERE i.tenant_slug = plugin_settings.tenant_slug AND " + WANTED + ")"),
            TenantRows.of(
                    "shared.jsonl",
                    "core.shared_data",
                    Map.of(
                            "namespace", TEXT,
                            "key", TEXT,
                            "value", "jsonb",
                            "expires_at", MOMENT,
                            "updated_at", MOMENT,
                            "updated_by", TEXT)),
            TenantRows.of(
                    "grants.jsonl",
                    "core.shared_data_grants",
                    Map.of("namespace", TEXT, "plugin_id", TEXT, "access", TEXT, "created_at", MOMENT)),
            TenantRows.of(
                    "usage.jsonl",
                    "core.plugin_usage",
                    Map.of("plugin_id", TEXT, "action", TEXT, "day", "date", "count", "bigint", "last_at", MOMENT)));

    private CopiedRows() {}

    /**
     * The tenant's plugins as the snapshot has them.
     *
     * @throws PlexicaException {@code conflict} while something is being done to one of them
     */
    static CopiedPlugins read(String slug, TenantSnapshot snapshot) {
        return snapshot.core(connection -> {
            List<Plugin> plugins = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM core.installations i"
                    + " WHERE i.tenant_slug = ? AND (i.operation IS NOT NULL OR " + WANTED + ") ORDER BY plugin_id")) {
                statement.setString(1, slug);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getString("operation") != null) {
                            throw busy(slug, rows.getString("plugin_id"));
                        }
                        plugins.add(plugin(rows));
                    }
                }
            }
            return new CopiedPlugins(plugins);
        });
    }

    static PlexicaException busy(String slug, String plugin) {
        return PlexicaException.conflict(
                "tenant-busy",
                "something is being done to the plugin " + plugin + " of " + slug + ": try again when it is done");
    }

    /** Gives the plugins to a tenant. */
    static int insert(Connection connection, String slug, CopiedPlugins copied) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO core.installations (tenant_slug,"
                + " plugin_id, version, status, granted, installed_at, installed_by, installed_by_email, disabled_at,"
                + " uninstalled_at, reason, tables_from, created_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, now()))")) {
            for (Plugin plugin : copied.plugins()) {
                Object[] values = {
                    slug,
                    plugin.id(),
                    plugin.version(),
                    plugin.status().name(),
                    plugin.granted(),
                    timestamp(plugin.installedAt()),
                    plugin.installedBy(),
                    plugin.installedByEmail(),
                    timestamp(plugin.disabledAt()),
                    timestamp(plugin.uninstalledAt()),
                    plugin.reason(),
                    plugin.tablesFrom(),
                    timestamp(plugin.createdAt())
                };
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    /** Settings are objects; whoever reads them relies on it. */
    static boolean demandObjects(Connection connection, String slug) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM core.plugin_settings"
                + " WHERE tenant_slug = ? AND jsonb_typeof(settings) <> 'object'")) {
            statement.setString(1, slug);
            if (statement.executeQuery().next()) {
                throw PlexicaException.validation(
                        new FieldError("/plugins/settings.jsonl", "has settings that are no JSON object"));
            }
            return true;
        }
    }

    private static Plugin plugin(ResultSet row) throws SQLException {
        return new Plugin(
                row.getString("plugin_id"),
                row.getString("version"),
                InstallationStatus.valueOf(row.getString("status")),
                row.getBoolean("granted"),
                instant(row, "installed_at"),
                row.getObject("installed_by", UUID.class),
                row.getString("installed_by_email"),
                instant(row, "disabled_at"),
                instant(row, "uninstalled_at"),
                row.getString("reason"),
                row.getString("tables_from"),
                instant(row, "created_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
