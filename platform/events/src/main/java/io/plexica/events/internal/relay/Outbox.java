package io.plexica.events.internal.relay;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes published events in their order and finds out who is to get them, each once: deliveries are made in the transaction
 * that marks the event as relayed. One node at a time; whoever comes second has nothing to do.
 */
@Component(service = Outbox.class)
public final class Outbox {

    /** How many events are taken at once. */
    static final int BATCH = 500;

    private static final String LEAD = "SELECT core.lead_events()";
    private static final String WAITING = "SELECT number, name, tenant_slug, aggregate FROM core.events_outbox"
            + " WHERE relayed_at IS NULL ORDER BY number LIMIT " + BATCH;
    private static final String DELIVER = "INSERT INTO core.events_deliveries"
            + " (event_number, plugin_id, tenant_slug, aggregate) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String RELAYED =
            "UPDATE core.events_outbox SET relayed_at = clock_timestamp() WHERE number = ANY (?)";

    private final Database database;
    private final EventHandlers plugins;

    /** Asks the plugins who wants what. */
    @Activate
    public Outbox(
            @Reference Database database,
            @Reference EventHandlers plugins,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
        this.plugins = plugins;
    }

    /** Whether this node knows the plugins well enough to bring them anything. */
    boolean isReady() {
        return plugins.areKnown();
    }

    /**
     * Relays one batch.
     *
     * @return how many events that were; 0 also while another node is at it, or the plugins are not known yet
     */
    public int relay() {
        return isReady() ? database.apart(() -> database.core(this::batch)) : 0;
    }

    private int batch(Connection connection) throws SQLException {
        if (!leads(connection)) {
            return 0;
        }
        List<Waiting> batch = waiting(connection);
        if (batch.isEmpty()) {
            return 0;
        }
        try (PreparedStatement insert = connection.prepareStatement(DELIVER)) {
            for (Waiting event : batch) {
                deliver(insert, event);
            }
            insert.executeBatch();
        }
        try (PreparedStatement update = connection.prepareStatement(RELAYED)) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", batch.stream().map(Waiting::number).toArray()));
            update.executeUpdate();
        }
        return batch.size();
    }

    private void deliver(PreparedStatement insert, Waiting event) throws SQLException {
        if (event.tenantSlug() == null) {
            return;
        }
        for (String plugin : plugins.subscribers(event.tenantSlug(), event.name())) {
            insert.setLong(1, event.number());
            insert.setString(2, plugin);
            insert.setString(3, event.tenantSlug());
            insert.setString(4, event.aggregate());
            insert.addBatch();
        }
    }

    private static boolean leads(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LEAD);
                ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING);
                ResultSet row = select.executeQuery()) {
            List<Waiting> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Waiting(
                        row.getLong("number"),
                        row.getString("name"),
                        row.getString("tenant_slug"),
                        row.getString("aggregate")));
            }
            return found;
        }
    }

    /** An event of which nobody knows yet who is to get it. */
    private record Waiting(
            long number, String name, @Nullable String tenantSlug, String aggregate) {}
}
