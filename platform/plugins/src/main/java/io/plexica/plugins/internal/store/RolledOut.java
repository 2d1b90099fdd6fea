package io.plexica.plugins.internal.store;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.time.Duration;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which tenants are where a rollout has brought them. Whatever else moves a tenant, or takes the plugin from it, wipes that out
 * in the same unit of work. Every call joins the current one. Safe for all threads.
 */
@Component(service = RolledOut.class)
public final class RolledOut {

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public RolledOut(@Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /**
     * A rollout has just moved a tenant, in the unit of work of the switch.
     *
     * @param from the version that the tenant came from
     * @param guard how long it is watched; zero for not at all
     */
    public void mark(UUID operation, UUID rollout, String from, Duration guard) {
        database.core(connection -> {
            Sql.update(
                    connection, "UPDATE core.installations SET rollout = ? WHERE operation_id = ?", rollout, operation);
            return guard.isZero() ? 0 : Sql.update(connection, """
                            INSERT INTO core.plugin_rollout_moves
                                (tenant_slug, plugin_id, from_version, to_version, until, rollout)
                            SELECT tenant_slug, plugin_id, ?::text, version, now() + ? * interval '1 second', rollout
                            FROM core.installations WHERE operation_id = ?
                            """, from, guard.toSeconds(), operation);
        });
    }

    /** Whether a tenant is still on the version that a rollout moved it to, and nobody has moved it since. */
    public boolean isStill(String slug, String pluginId, UUID rollout) {
        String sql = "SELECT 1 FROM core.installations WHERE tenant_slug = ? AND plugin_id = ? AND rollout = ?";
        return database.core(connection -> Sql.finds(connection, sql, slug, pluginId, rollout));
    }
}
