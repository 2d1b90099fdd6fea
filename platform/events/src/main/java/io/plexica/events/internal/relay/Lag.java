package io.plexica.events.internal.relay;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far events are behind. */
@Component(service = Lag.class)
public final class Lag {

    private static final String OUTBOX = "SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)"
            + " FROM core.events_outbox WHERE relayed_at IS NULL";
    private static final String DELIVERIES = """
            SELECT d.plugin_id, count(*) FILTER (WHERE d.state = 'PENDING') AS pending,
                count(*) FILTER (WHERE d.state = 'DEAD') AS dead,
                coalesce(extract(epoch FROM clock_timestamp() - min(o.at) FILTER (WHERE d.state = 'PENDING')), 0) AS age
            FROM core.events_deliveries d JOIN core.events_outbox o ON o.number = d.event_number
            WHERE d.state <> 'DONE' GROUP BY d.plugin_id ORDER BY d.plugin_id""";

    private final Database database;

    /** Counts in the database. */
    @Activate
    public Lag(@Reference Database database, @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
    }

    /** Looks now. */
    public Report look() {
        return database.core(connection -> {
            Waiting outbox = outbox(connection);
            return new Report(outbox.count(), outbox.age().toSeconds(), plugins(connection));
        });
    }

    /** What is published and not relayed. */
    Waiting waiting() {
        return database.core(Lag::outbox);
    }

    private static Waiting outbox(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OUTBOX);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Waiting(row.getLong(1), Duration.ofSeconds(row.getLong(2)));
        }
    }

    private static List<OfPlugin> plugins(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DELIVERIES);
                ResultSet row = select.executeQuery()) {
            List<OfPlugin> found = new ArrayList<>();
            while (row.next()) {
                found.add(new OfPlugin(
                        row.getString("plugin_id"), row.getLong("pending"), row.getLong("age"), row.getLong("dead")));
            }
            return found;
        }
    }

    /** Events in the outbox, and how old the oldest is. */
    record Waiting(long count, Duration age) {}

    /**
     * How far events are behind.
     *
     * @param waiting events that are published and not relayed
     * @param oldestSeconds how old the oldest of them is
     * @param plugins the plugins that have deliveries before them, or dead letters
     */
    public record Report(long waiting, long oldestSeconds, List<OfPlugin> plugins) {

        public Report {
            plugins = List.copyOf(plugins);
        }
    }

    /**
     * How far a plugin is behind, in all tenants together.
     *
     * @param pending deliveries before it, those of suspended tenants too
     * @param oldestSeconds how old the oldest of their events is
     * @param dead its dead letters
     */
    public record OfPlugin(String plugin, long pending, long oldestSeconds, long dead) {}
}
