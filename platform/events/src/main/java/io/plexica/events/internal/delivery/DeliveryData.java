package io.plexica.events.internal.delivery;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.jobs.Pieces;
import io.plexica.spi.plugins.PluginData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where a plugin's data in a tenant go, all that was on its way to it and its dead letters go, too: they are nothing to whoever
 * installs it again. What it has published stays for others.
 */
@Component
public final class DeliveryData implements PluginData {

    private static final int BATCH = 2_000;
    private static final String WAITING = """
            DELETE FROM core.events_deliveries WHERE id IN (
                SELECT id FROM core.events_deliveries
                WHERE tenant_slug = ? AND plugin_id = ? AND state IN ('SENT', 'PENDING') LIMIT ?)""";

    /**
     * Those that are done have no index by plugin, which each delivery would have to pay for: they are found by the tenant's
     * events, from one on; and those in an order that their index by tenant alone has, since by number there may be none of
     * the tenant's in all that follows.
     */
    private static final String OF_EVENTS = """
            WITH piece AS MATERIALIZED (
                SELECT number FROM core.events_outbox
                WHERE (tenant_slug, number) > (?, ?) AND tenant_slug <= ? AND relayed_at IS NOT NULL
                ORDER BY tenant_slug, number LIMIT ?),
            gone AS (
                DELETE FROM core.events_deliveries d USING piece p WHERE d.event_number = p.number AND d.plugin_id = ?)
            SELECT max(number) FROM piece""";

    private final Database database;

    /** Deletes them in the database. */
    @Activate
    public DeliveryData(
            @Reference Database database, @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
    }

    @Override
    public void deleteAll(String tenantSlug, String pluginId) {
        Pieces.all(BATCH, () -> deleteWaiting(tenantSlug, pluginId));
        Long last = 0L;
        while (last != null) {
            last = deleteAfter(last, tenantSlug, pluginId);
        }
    }

    private int deleteWaiting(String tenantSlug, String pluginId) {
        return database.apart(() -> database.core(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(WAITING)) {
                delete.setString(1, tenantSlug);
                delete.setString(2, pluginId);
                delete.setInt(3, BATCH);
                return delete.executeUpdate();
            }
        }));
    }

    /** Deletes those of a batch of events; the number of its last, null when there are no more. */
    private @Nullable Long deleteAfter(long number, String tenantSlug, String pluginId) {
        return database.apart(() -> database.core(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(OF_EVENTS)) {
                delete.setString(1, tenantSlug);
                delete.setLong(2, number);
                delete.setString(3, tenantSlug);
                delete.setInt(4, BATCH);
                delete.setString(5, pluginId);
                try (ResultSet row = delete.executeQuery()) {
                    row.next();
                    return row.getObject(1, Long.class);
                }
            }
        }));
    }
}
