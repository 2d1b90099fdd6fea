package io.plexica.plugins.internal.store;

import io.plexica.spi.plugins.PluginRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code core.installations}. */
final class InstallationRow {

    private InstallationRow() {}

    static Installation read(ResultSet row) throws SQLException {
        return new Installation(
                row.getString("tenant_slug"),
                new PluginRef(row.getString("plugin_id"), row.getString("version")),
                InstallationStatus.valueOf(row.getString("status")),
                row.getString("operation"),
                row.getObject("operation_id", UUID.class),
                row.getBoolean("fresh"),
                row.getBoolean("granted"),
                instant(row, "installed_at"),
                row.getObject("installed_by", UUID.class),
                row.getString("installed_by_email"),
                instant(row, "disabled_at"),
                instant(row, "uninstalled_at"),
                row.getString("reason"),
                row.getString("tables_from"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
