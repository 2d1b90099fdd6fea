package io.plexica.events.internal.delivery;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.EventsSettings;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Deliveries as they are kept. A claim is for a time by the database's clock: of a node that died, it becomes void by itself,
 * and whoever still holds a void one can no longer commit. Of the deliveries of one aggregate to one plugin, only the first
 * that is not done is ever claimed; one that is still on its way holds up those behind it. A claim that becomes void ends no
 * handler: one that is at work may overlap with the next delivery of the same event, and its unit of work is not committed.
 * Safe for all threads.
 */
@Component(service = Inbox.class)
public final class Inbox {

    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final String MINE = " WHERE id = ? AND claim = ? AND state = 'PENDING'";

    private static final String CLAIM = """
            UPDATE core.events_deliveries d
            SET claim = gen_random_uuid(), attempts = d.attempts + 1, changed_at = clock_timestamp(),
                due_at = clock_timestamp() + ? * interval '1 ms'
            FROM core.events_outbox o
            WHERE o.number = d.event_number AND d.id IN (
                SELECT p.id FROM core.events_deliveries p
                WHERE p.state = 'PENDING' AND p.due_at <= clock_timestamp() AND NOT EXISTS (
                    SELECT FROM core.events_deliveries b
                    WHERE b.tenant_slug = p.tenant_slug AND b.plugin_id = p.plugin_id AND b.aggregate = p.aggregate
                        AND b.state IN ('SENT', 'PENDING') AND b.event_number < p.event_number)
                ORDER BY p.due_at, p.event_number LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING d.id AS delivery_id, d.claim, d.tenant_slug AS tenant, d.plugin_id, d.attempts, o.*""";

    private final Database database;
    private final EventsSettings settings;

    /** Keeps them in the database. */
    @Activate
    public Inbox(
            @Reference Database database,
            @Reference EventsSettings settings,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
        this.settings = settings;
    }

    /** Claims deliveries that are due, at most so many. */
    public List<Delivery> claim(int most) {
        return database.apart(() -> database.core(connection -> claim(connection, most)));
    }

    /**
     * Notes in the current unit of work that the plugin has handled it.
     *
     * @throws PlexicaException {@code unavailable} when the claim is void: nothing of this may be committed
     */
    void done(Delivery delivery) {
        if (!update("state = 'DONE', claim = NULL, reason = NULL", delivery)) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE,
                    "The delivery of " + delivery
                            + " took too long and is somebody else's by now, or is delivered anew");
        }
    }

    /** Nobody wants it any more. */
    void drop(Delivery delivery) {
        database.apart(() -> database.core(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM core.events_deliveries" + MINE)) {
                delete.setObject(1, delivery.id());
                delete.setObject(2, delivery.claim());
                return delete.executeUpdate();
            }
        }));
    }

    /** It is due again after a while, as if nobody had tried. */
    void postpone(Delivery delivery, Duration wait) {
        database.apart(() -> update("claim = NULL, attempts = attempts - 1, due_at = " + in(wait), delivery));
    }

    /** The plugin failed: it is due again after a while. Whether the claim was good, and it is so. */
    boolean failed(Delivery delivery, String reason) {
        Duration wait = settings.backoffAfter(delivery.attempts());
        return database.apart(() -> update("claim = NULL, reason = ?, due_at = " + in(wait), delivery, reason));
    }

    /** The plugin failed too often. Whether the claim was good, and it is so. */
    boolean dead(Delivery delivery, String reason) {
        return database.apart(() -> update("state = 'DEAD', claim = NULL, reason = ?", delivery, reason));
    }

    private boolean update(String change, Delivery delivery, String... values) {
        return database.core(connection -> {
            String sql = "UPDATE core.events_deliveries SET changed_at = clock_timestamp(), " + change + MINE;
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                int next = 1;
                for (String value : values) {
                    update.setString(next++, value);
                }
                update.setObject(next++, delivery.id());
                update.setObject(next, delivery.claim());
                return update.executeUpdate() == 1;
            }
        });
    }

    private static String in(Duration wait) {
        return "clock_timestamp() + interval '" + wait.toMillis() + " ms'";
    }

    private List<Delivery> claim(Connection connection, int most) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, settings.timeout().plus(SLACK).toMillis());
            claim.setInt(2, most);
            try (ResultSet row = claim.executeQuery()) {
                List<Delivery> claimed = new ArrayList<>();
                while (row.next()) {
                    claimed.add(new Delivery(
                            row.getObject("delivery_id", UUID.class),
                            row.getObject("claim", UUID.class),
                            row.getString("tenant"),
                            row.getString("plugin_id"),
                            row.getInt("attempts"),
                            EventRow.read(row)));
                }
                return claimed;
            }
        }
    }
}
