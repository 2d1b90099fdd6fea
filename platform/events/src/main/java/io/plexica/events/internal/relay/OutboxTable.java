package io.plexica.events.internal.relay;

import io.plexica.spi.events.CarriedEvent;
import io.plexica.spi.events.EventHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements by which events leave the outbox. */
final class OutboxTable {

    private static final String EXISTS = "SELECT EXISTS (SELECT FROM core.events_outbox WHERE relayed_at IS NULL)";
    private static final String WAITING = "SELECT number, id, name, tenant_slug, aggregate, workspace_id, user_id,"
            + " trace_id, at, %s AS payload FROM core.events_outbox WHERE relayed_at IS NULL ORDER BY number LIMIT ?";

    /** As many as there is room for, but one at least. */
    private static final String WITH_PAYLOAD = "SELECT * FROM (SELECT w.*, sum(octet_length(payload)) OVER"
            + " (ORDER BY number) AS bytes, row_number() OVER (ORDER BY number) AS place FROM ("
            + WAITING.formatted("payload::text") + ") w) b WHERE bytes <= ? OR place = 1 ORDER BY number";

    private static final String WITHOUT_PAYLOAD = WAITING.formatted("''");

    /** What was noted for a transport that is not in use any more need not be waited for. */
    private static final String NOTE = "INSERT INTO core.events_deliveries AS d"
            + " (event_number, plugin_id, tenant_slug, aggregate, state) SELECT n, p, t, a, ?"
            + " FROM unnest(?, ?, ?, ?) AS wanted (n, p, t, a)"
            + " ON CONFLICT (event_number, plugin_id) DO UPDATE SET state = excluded.state"
            + " WHERE d.state = 'SENT' AND excluded.state = 'PENDING'";

    private static final String RELAYED =
            "UPDATE core.events_outbox SET relayed_at = clock_timestamp() WHERE number = ANY (?)";

    private OutboxTable() {}

    static boolean isWaiting(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EXISTS);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The first events of which nobody knows yet who is to get them; their payloads are empty. */
    static List<CarriedEvent> first(Connection connection, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WITHOUT_PAYLOAD)) {
            select.setInt(1, most);
            return read(select);
        }
    }

    /** Likewise, with payloads, and no more than are so many bytes together. */
    static List<CarriedEvent> first(Connection connection, int most, long mostBytes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WITH_PAYLOAD)) {
            select.setInt(1, most);
            select.setLong(2, mostBytes);
            return read(select);
        }
    }

    /** Notes for each event who is to get it. */
    static void note(Connection connection, List<CarriedEvent> events, EventHandlers plugins, String state)
            throws SQLException {
        List<Long> numbers = new ArrayList<>();
        List<String> subscribers = new ArrayList<>();
        List<String> tenants = new ArrayList<>();
        List<String> aggregates = new ArrayList<>();
        for (CarriedEvent event : events) {
            String tenant = event.tenantSlug();
            if (tenant == null) {
                continue;
            }
            for (String plugin : plugins.subscribers(tenant, event.name())) {
                numbers.add(event.number());
                subscribers.add(plugin);
                tenants.add(tenant);
                aggregates.add(event.aggregate());
            }
        }
        if (numbers.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setString(1, state);
            insert.setArray(2, connection.createArrayOf("bigint", numbers.toArray()));
            insert.setArray(3, connection.createArrayOf("text", subscribers.toArray()));
            insert.setArray(4, connection.createArrayOf("text", tenants.toArray()));
            insert.setArray(5, connection.createArrayOf("text", aggregates.toArray()));
            insert.executeUpdate();
        }
    }

    static void relayed(Connection connection, List<CarriedEvent> events) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RELAYED)) {
            Object[] numbers = events.stream().map(CarriedEvent::number).toArray();
            update.setArray(1, connection.createArrayOf("bigint", numbers));
            update.executeUpdate();
        }
    }

    private static List<CarriedEvent> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<CarriedEvent> found = new ArrayList<>();
            while (row.next()) {
                String trace = row.getString("trace_id");
                found.add(new CarriedEvent(
                        row.getLong("number"),
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("tenant_slug"),
                        row.getString("aggregate"),
                        row.getObject("workspace_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        trace == null ? "" : trace,
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("payload")));
            }
            return found;
        }
    }
}
