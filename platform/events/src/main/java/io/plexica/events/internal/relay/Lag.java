package io.plexica.events.internal.relay;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventTransport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far events are behind. */
@Component(service = Lag.class)
public final class Lag {

    private static final Logger LOG = LoggerFactory.getLogger(Lag.class);

    private static final String OUTBOX = "SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)"
            + " FROM core.events_outbox WHERE relayed_at IS NULL";
    private static final String DELIVERIES = """
            SELECT d.plugin_id, count(*) FILTER (WHERE d.state = 'SENT') AS sent,
                count(*) FILTER (WHERE d.state = 'PENDING') AS pending,
                count(*) FILTER (WHERE d.state = 'DEAD') AS dead,
                coalesce(extract(epoch FROM clock_timestamp() - min(o.at) FILTER (WHERE d.state <> 'DEAD')), 0) AS age
            FROM core.events_deliveries d JOIN core.events_outbox o ON o.number = d.event_number
            WHERE d.state <> 'DONE' GROUP BY d.plugin_id ORDER BY d.plugin_id""";

    private final Database database;
    private final Transports transports;

    /** Counts in the database, and asks the transport. */
    @Activate
    public Lag(
            @Reference Database database,
            @Reference Transports transports,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
        this.transports = transports;
    }

    /** Looks now. */
    public Report look() {
        Map<String, Long> carried = carried();
        return database.core(connection -> {
            Waiting outbox = outbox(connection);
            return new Report(
                    outbox.count(), outbox.age().toSeconds(), transports.name(), carried, plugins(connection));
        });
    }

    /** What is published and not relayed. */
    Waiting waiting() {
        return database.core(Lag::outbox);
    }

    /** Null when the transport cannot tell. */
    private @Nullable Map<String, Long> carried() {
        try {
            return transports.chosen().map(EventTransport::lag).orElse(Map.of());
        } catch (PlexicaException e) {
            LOG.debug("The transport does not tell how far it is behind", e);
            return null;
        }
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
                        row.getString("plugin_id"),
                        row.getLong("sent"),
                        row.getLong("pending"),
                        row.getLong("age"),
                        row.getLong("dead")));
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
     * @param transport what carries them, or {@code memory}
     * @param carried how many are on the transport for each plugin, others and those of disabled ones too; null when it
     *     cannot be told
     * @param plugins the plugins that have deliveries before them, or dead letters
     */
    public record Report(
            long waiting,
            long oldestSeconds,
            String transport,
            @Nullable Map<String, Long> carried,
            List<OfPlugin> plugins) {

        public Report {
            carried = carried == null ? null : Map.copyOf(carried);
            plugins = List.copyOf(plugins);
        }
    }

    /**
     * How far a plugin is behind, in all tenants together.
     *
     * @param sent deliveries whose events have not come yet
     * @param pending deliveries before it, those of suspended tenants too
     * @param oldestSeconds how old the oldest of their events is
     * @param dead its dead letters
     */
    public record OfPlugin(String plugin, long sent, long pending, long oldestSeconds, long dead) {}
}
