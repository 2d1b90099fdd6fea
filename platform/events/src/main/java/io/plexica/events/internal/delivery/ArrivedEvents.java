package io.plexica.events.internal.delivery;

import io.plexica.events.internal.EventsSettings;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventArrivals;
import io.plexica.spi.events.EventHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets deliveries begin whose events have come. What is delivered is what the outbox holds, to whom it was noted: so whoever
 * writes to a broker by other ways can bring about nothing that was not to happen anyway.
 */
@Component
public final class ArrivedEvents implements EventArrivals {

    private static final String ARRIVED = """
            UPDATE core.events_deliveries d
            SET state = 'PENDING', due_at = clock_timestamp(), changed_at = clock_timestamp()
            FROM core.events_outbox o
            JOIN unnest(?::uuid[], ?::text[], ?::text[]) AS a (id, name, tenant) ON o.id = a.id
            WHERE o.name = a.name AND o.tenant_slug = a.tenant
                AND d.event_number = o.number AND d.plugin_id = ? AND d.state = 'SENT'""";

    private final Database database;
    private final EventHandlers plugins;
    private final RelayWakeup wake;
    private final EventsSettings settings;

    /** Notes them in the database. */
    @Activate
    public ArrivedEvents(
            @Reference Database database,
            @Reference EventHandlers plugins,
            @Reference RelayWakeup wake,
            @Reference EventsSettings settings,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
        this.plugins = plugins;
        this.wake = wake;
        this.settings = settings;
    }

    @Override
    public Map<String, Set<String>> subscriptions(String transport) {
        return settings.transport().equals(transport) && plugins.areKnown() ? plugins.subscriptions() : Map.of();
    }

    @Override
    public int arrived(String pluginId, Collection<Arrival> events) {
        int counted = events.isEmpty()
                ? 0
                : database.apart(() -> database.core(connection -> note(connection, pluginId, events)));
        if (counted > 0) {
            wake.up();
        }
        return counted;
    }

    private static int note(Connection connection, String pluginId, Collection<Arrival> events) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ARRIVED)) {
            update.setArray(1, connection.createArrayOf("uuid", values(events, Arrival::eventId)));
            update.setArray(2, connection.createArrayOf("text", values(events, Arrival::name)));
            update.setArray(3, connection.createArrayOf("text", values(events, Arrival::tenantSlug)));
            update.setString(4, pluginId);
            return update.executeUpdate();
        }
    }

    private static Object[] values(Collection<Arrival> events, Function<Arrival, Object> value) {
        return events.stream().map(value).toArray();
    }
}
