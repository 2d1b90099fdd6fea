package io.plexica.events.internal.delivery;

import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.events.internal.delivery.DeadLetters.Wish;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Delivers many dead letters again, as if for the first time: the oldest first, and so many at once that neither the
 * statement nor what it wakes is without bound. Two who do so at once take different ones. Those that their plugins do not handle
 * now stay where they are: they would be gone without being handled. Safe for all threads.
 */
@Component(service = DeadLetterReplay.class)
public final class DeadLetterReplay {

    /** How many at once. */
    public static final int MOST = 1_000;

    private static final String HANDLED = DeadLetters.WANTED
            + " AND (d.tenant_slug, d.plugin_id, o.name, coalesce(o.workspace_id::text, ''))"
            + " IN (SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]))";
    private static final String ADDRESSES =
            "SELECT DISTINCT " + Address.COLUMNS + DeadLetters.FROM + DeadLetters.WANTED;
    private static final String COUNT = "SELECT count(*)" + DeadLetters.FROM + HANDLED;
    private static final String REVIVE = "UPDATE core.events_deliveries SET state = 'PENDING', attempts = 0,"
            + " due_at = clock_timestamp(), changed_at = clock_timestamp() WHERE id IN (SELECT d.id"
            + DeadLetters.FROM + HANDLED
            + " ORDER BY d.event_number LIMIT " + MOST
            + " FOR UPDATE OF d SKIP LOCKED) RETURNING tenant_slug, plugin_id";

    private final Database database;
    private final EventHandlers plugins;
    private final AuditLog audit;
    private final RelayWakeup wake;

    /** Keeps them in the database. */
    @Activate
    public DeadLetterReplay(
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
     * Delivers those that are wanted again; each tenant's log tells of it, plugin by plugin.
     *
     * @throws PlexicaException {@code unavailable} while this node does not know who handles what
     */
    public Revived replay(Wish wish) {
        Revived revived = database.together(() -> database.core(connection -> {
            List<Address> handled = handled(connection, wish);
            Map<String, Map<String, Integer>> counts = revive(connection, wish, handled);
            counts.forEach((tenant, plugins) -> plugins.forEach((plugin, letters) -> audit.record(
                    tenant, "core.event.replayed", "dead-letters", plugin, null, told(wish.event(), letters))));
            int replayed = counts.values().stream()
                    .flatMap(plugins -> plugins.values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
            return new Revived(replayed, count(connection, wish, handled));
        }));
        database.afterCommit(wake::up);
        return revived;
    }

    private static Map<String, Object> told(@Nullable String event, int letters) {
        return event == null ? Map.of("letters", letters) : Map.of("letters", letters, "event", event);
    }

    private static Map<String, Map<String, Integer>> revive(Connection connection, Wish wish, List<Address> handled)
            throws SQLException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        try (PreparedStatement update = connection.prepareStatement(REVIVE)) {
            bind(update, wish, handled);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(row.getString(1), slug -> new TreeMap<>())
                            .merge(row.getString(2), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static long count(Connection connection, Wish wish, List<Address> handled) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            bind(select, wish, handled);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, Wish wish, List<Address> handled) throws SQLException {
        int next = wish.bind(statement, "");
        for (Function<Address, String> part :
                List.<Function<Address, String>>of(Address::tenant, Address::plugin, Address::event, Address::place)) {
            statement.setArray(next++, Address.column(statement, handled, part));
        }
    }

    /** Of those that are wanted, who would handle them. */
    private List<Address> handled(Connection connection, Wish wish) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ADDRESSES)) {
            wish.bind(select, "");
            return Address.read(select).stream()
                    .filter(address -> address.isHandled(plugins))
                    .toList();
        }
    }

    /**
     * What was done.
     *
     * @param replayed how many are delivered again
     * @param remaining how many are dead still that can be: ask again for those
     */
    public record Revived(int replayed, long remaining) {}
}
