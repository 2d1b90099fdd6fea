package io.plexica.events.internal.delivery;

import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Delivers to a plugin what it has missed, or has handled already, once more: all events since a moment that are kept and
 * that it subscribes to, in their order. What is on its way to it anyway is left alone; what it handles just now begins once
 * more, since it must not come before what was there earlier.
 */
@Component(service = Replay.class)
public final class Replay {

    private static final String ADDRESSES =
            "SELECT DISTINCT tenant_slug, ?::text, name, workspace_id FROM core.events_outbox"
                    + " WHERE tenant_slug = ? AND at >= ? AND relayed_at IS NOT NULL";
    private static final String AGAIN = """
            INSERT INTO core.events_deliveries AS d (event_number, plugin_id, tenant_slug, aggregate)
            SELECT number, ?, tenant_slug, aggregate FROM core.events_outbox
            WHERE tenant_slug = ? AND at >= ? AND relayed_at IS NOT NULL
                AND (name, coalesce(workspace_id::text, '')) IN (SELECT * FROM unnest(?::text[], ?::text[]))
            ON CONFLICT (event_number, plugin_id) DO UPDATE
            SET state = 'PENDING', attempts = 0, claim = NULL, reason = NULL, due_at = clock_timestamp(),
                changed_at = clock_timestamp()
            WHERE d.state NOT IN ('SENT', 'PENDING') OR d.claim IS NOT NULL""";

    private final Database database;
    private final EventHandlers plugins;
    private final AuditLog audit;
    private final RelayWakeup wake;

    /** Asks the plugins what they want. */
    @Activate
    public Replay(
            @Reference Database database,
            @Reference EventHandlers plugins,
            @Reference AuditLog audit,
            @Reference RelayWakeup wake,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
        this.plugins = plugins;
        this.audit = audit;
        this.wake = wake;
    }

    /**
     * Delivers again.
     *
     * @return how many events
     * @throws PlexicaException {@code conflict} when the plugin handles none of them, or is not enabled there;
     *     {@code unavailable} while this node does not know that
     */
    public int since(String tenantSlug, String pluginId, Instant from) {
        int again = database.together(() -> database.core(connection -> {
            List<Address> all = addresses(connection, tenantSlug, pluginId, from);
            List<Address> handled =
                    all.stream().filter(address -> address.isHandled(plugins)).toList();
            if (!all.isEmpty() && handled.isEmpty()) {
                throw PlexicaException.conflict(
                        "nothing-to-replay",
                        pluginId + " is not enabled in " + tenantSlug + ", or handles none of the events since then");
            }
            int found = again(connection, tenantSlug, pluginId, from, handled);
            audit.record(
                    tenantSlug,
                    "core.event.replayed",
                    "plugin",
                    pluginId,
                    null,
                    Map.of("since", from.toString(), "events", found));
            return found;
        }));
        database.afterCommit(wake::up);
        return again;
    }

    private static List<Address> addresses(Connection connection, String tenantSlug, String pluginId, Instant from)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ADDRESSES)) {
            select.setString(1, pluginId);
            select.setString(2, tenantSlug);
            select.setTimestamp(3, Timestamp.from(from));
            return Address.read(select);
        }
    }

    private static int again(
            Connection connection, String tenantSlug, String pluginId, Instant from, List<Address> handled)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(AGAIN)) {
            insert.setString(1, pluginId);
            insert.setString(2, tenantSlug);
            insert.setTimestamp(3, Timestamp.from(from));
            insert.setArray(4, Address.column(insert, handled, Address::event));
            insert.setArray(5, Address.column(insert, handled, Address::place));
            return insert.executeUpdate();
        }
    }
}
