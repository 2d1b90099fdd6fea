package io.plexica.events.internal.delivery;

import io.plexica.api.events.Event;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What could not be delivered, to be read and delivered again. REST and shell show it alike. */
@Component(service = DeadLetters.class)
public final class DeadLetters {

    private static final Map<String, String> SORTED = Map.of(
            "createdAt",
            "o.at",
            "updatedAt",
            "d.changed_at",
            "tenant",
            "d.tenant_slug",
            "plugin",
            "d.plugin_id",
            "event",
            "o.name",
            "attempts",
            "d.attempts");
    static final String FROM = " FROM core.events_deliveries d JOIN core.events_outbox o ON o.number = d.event_number";
    private static final String COLUMNS = "SELECT d.id AS delivery_id, d.tenant_slug AS tenant, d.plugin_id, d.state,"
            + " d.attempts, d.reason, d.changed_at, o.*";
    static final String WANTED = " WHERE d.state = 'DEAD' AND (?::text IS NULL OR d.tenant_slug = ?)"
            + " AND (?::text IS NULL OR d.plugin_id = ?) AND (?::text IS NULL OR o.name = ?)"
            + " AND (? = '' OR strpos(lower(concat_ws(' ', o.name, o.aggregate_id, d.plugin_id, d.reason)), lower(?)) > 0)";

    private final Database database;
    private final EventHandlers plugins;
    private final AuditLog audit;
    private final RelayWakeup wake;

    /** Keeps them in the database. */
    @Activate
    public DeadLetters(
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
     * A page of them, those that failed last first unless another order is asked for. Text is looked for in the event's name, in
     * what it is about, in the plugin's id and in the reason.
     */
    public Page<DeadLetter> list(Wish wish, PageQuery paging) {
        String order = paging.orderBy(SORTED, "d.changed_at DESC");
        return database.core(connection -> new Page<>(
                items(connection, wish, order, paging),
                paging.page(),
                paging.size(),
                count(connection, wish, paging.text())));
    }

    /**
     * Delivers one again, as if for the first time.
     *
     * @param tenantSlug whose it must be; null for anybody's
     * @throws PlexicaException {@code not-found}, or {@code conflict} for one that is dead no more, or that would be gone without
     *     being handled, since the plugin does not handle it now; {@code unavailable} while this node does not know that
     */
    public DeadLetter replay(@Nullable String tenantSlug, UUID id) {
        DeadLetter before = database.together(() -> database.core(connection -> {
            DeadLetter letter = find(connection, id);
            if (letter == null || (tenantSlug != null && !letter.tenant().equals(tenantSlug))) {
                throw PlexicaException.notFound("There is no dead letter " + id);
            }
            if (!revive(connection, id)) {
                throw PlexicaException.conflict("not-dead", "This event is being delivered again, or was, since");
            }
            if (!isHandled(connection, id)) {
                throw PlexicaException.conflict(
                        "not-handled",
                        letter.plugin() + " is not enabled in " + letter.tenant()
                                + ", or not in the workspace of the event, or handles " + letter.event()
                                + " no longer");
            }
            audit.record(
                    letter.tenant(),
                    "core.event.replayed",
                    "dead-letter",
                    id.toString(),
                    Map.of("event", letter.event(), "plugin", letter.plugin(), "attempts", letter.attempts()),
                    null);
            return letter;
        }));
        database.afterCommit(wake::up);
        return database.core(connection -> {
            DeadLetter after = find(connection, id);
            return after == null ? before : after;
        });
    }

    private boolean isHandled(Connection connection, UUID id) throws SQLException {
        String sql = "SELECT " + Address.COLUMNS + FROM + " WHERE d.id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            return Address.read(select).stream().allMatch(address -> address.isHandled(plugins));
        }
    }

    private static boolean revive(Connection connection, UUID id) throws SQLException {
        String sql = "UPDATE core.events_deliveries SET state = 'PENDING', attempts = 0, due_at = clock_timestamp(),"
                + " changed_at = clock_timestamp() WHERE id = ? AND state = 'DEAD'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            return update.executeUpdate() == 1;
        }
    }

    private static @Nullable DeadLetter find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + FROM + " WHERE d.id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? read(row) : null;
            }
        }
    }

    private static List<DeadLetter> items(Connection connection, Wish wish, String order, PageQuery paging)
            throws SQLException {
        String sql = COLUMNS + FROM + WANTED + " ORDER BY " + order + ", d.id LIMIT " + paging.size() + " OFFSET "
                + paging.offset();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            wish.bind(select, paging.text());
            try (ResultSet row = select.executeQuery()) {
                List<DeadLetter> found = new ArrayList<>();
                while (row.next()) {
                    found.add(read(row));
                }
                return found;
            }
        }
    }

    private static long count(Connection connection, Wish wish, String text) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*)" + FROM + WANTED)) {
            wish.bind(select, text);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        Event event = EventRow.read(row);
        return new DeadLetter(
                row.getObject("delivery_id", UUID.class),
                row.getString("tenant"),
                row.getString("plugin_id"),
                event.name(),
                event.id(),
                event.aggregateId(),
                event.payload(),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("reason"),
                event.traceId(),
                event.at(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** Which are wanted; null for whichever. */
    public record Wish(
            @Nullable String tenant,
            @Nullable String plugin,
            @Nullable String event) {

        /** Binds it; the number of the next gap. */
        int bind(PreparedStatement statement, String text) throws SQLException {
            int next = 1;
            for (String value : new @Nullable String[] {tenant, tenant, plugin, plugin, event, event, text, text}) {
                statement.setString(next++, value);
            }
            return next;
        }
    }
}
