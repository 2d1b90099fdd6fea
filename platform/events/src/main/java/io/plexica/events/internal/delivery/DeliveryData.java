package io.plexica.events.internal.delivery;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.plugins.PluginData;
import java.sql.PreparedStatement;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where a plugin's data in a tenant go, all that was on its way to it and its dead letters go, too: they are nothing to whoever
 * installs it again. What it has published stays for others.
 */
@Component
public final class DeliveryData implements PluginData {

    private static final String DELETE = "DELETE FROM core.events_deliveries WHERE tenant_slug = ? AND plugin_id = ?";

    private final Database database;

    /** Deletes them in the database. */
    @Activate
    public DeliveryData(
            @Reference Database database, @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
    }

    @Override
    public void deleteAll(String tenantSlug, String pluginId) {
        database.apart(() -> database.core(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                delete.setString(1, tenantSlug);
                delete.setString(2, pluginId);
                return delete.executeUpdate();
            }
        }));
    }
}
