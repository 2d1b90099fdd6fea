package io.plexica.events.internal.relay;

import io.plexica.api.events.Event;
import io.plexica.events.internal.delivery.EventRow;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What has happened lately. */
@Component(service = RecentEvents.class)
public final class RecentEvents {

    /** Those that are relayed have an index of their own, and so have those that are not. */
    private static final String PART = """
            (SELECT * FROM core.events_outbox WHERE relayed_at IS %s
            AND (?::text IS NULL OR tenant_slug = ?) AND (?::text IS NULL OR name = ?) ORDER BY number DESC LIMIT ?)""";

    private static final String SQL = """
            SELECT o.*, (SELECT string_agg(d.plugin_id || ' ' || lower(d.state), ', ' ORDER BY d.plugin_id)
                FROM core.events_deliveries d WHERE d.event_number = o.number) AS deliveries
            FROM (%s UNION ALL %s) o ORDER BY o.number DESC LIMIT ?""".formatted(PART.formatted("NULL"), PART.formatted("NOT NULL"));

    private final Database database;

    /** Looks into the outbox. */
    @Activate
    public RecentEvents(
            @Reference Database database, @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
    }

    /**
     * The last events, the newest last.
     *
     * @param tenantSlug only those of this tenant; null for all
     * @param name only those of this name; null for all
     */
    public List<Happened> last(@Nullable String tenantSlug, @Nullable String name, int most) {
        return database.core(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SQL)) {
                int next = 1;
                for (int part = 0; part < 2; part++) {
                    select.setString(next++, tenantSlug);
                    select.setString(next++, tenantSlug);
                    select.setString(next++, name);
                    select.setString(next++, name);
                    select.setInt(next++, most);
                }
                select.setInt(next, most);
                try (ResultSet row = select.executeQuery()) {
                    List<Happened> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(new Happened(
                                row.getLong("number"),
                                row.getString("tenant_slug"),
                                EventRow.read(row),
                                row.getString("deliveries")));
                    }
                    Collections.reverse(found);
                    return found;
                }
            }
        });
    }

    /**
     * An event and what became of it.
     *
     * @param tenant null for one outside any
     * @param deliveries plugins and states in words; null for none
     */
    public record Happened(
            long number,
            @Nullable String tenant,
            Event event,
            @Nullable String deliveries) {}
}
