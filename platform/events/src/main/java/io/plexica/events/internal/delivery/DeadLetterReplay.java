package io.plexica.events.internal.delivery;

import io.plexica.events.internal.RelayWakeup;
import io.plexica.events.internal.delivery.DeadLetters.Wish;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Delivers many dead letters again, as if for the first time: the oldest first, and so many at once that neither the
 * statement nor what it wakes is without bound. Two who do so at once take different ones. Safe for all threads.
 */
@Component(service = DeadLetterReplay.class)
public final class DeadLetterReplay {

    /** How many at once. */
    public static final int MOST = 1_000;

    private static final String REVIVE = "UPDATE core.events_deliveries SET state = 'PENDING', attempts = 0,"
            + " due_at = clock_timestamp(), changed_at = clock_timestamp() WHERE id IN (SELECT d.id"
            + DeadLetters.FROM + DeadLetters.WANTED
            + " ORDER BY d.event_number LIMIT " + MOST
            + " FOR UPDATE OF d SKIP LOCKED) RETURNING tenant_slug, plugin_id";

    private final Database database;
    private final AuditLog audit;
    private final RelayWakeup wake;

    /** Keeps them in the database. */
    @Activate
    public DeadLetterReplay(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference RelayWakeup wake,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
        this.audit = audit;
        this.wake = wake;
    }

    /** Delivers those that are wanted again; each tenant's log tells of it, plugin by plugin. */
    public Revived replay(Wish wish) {
        Revived revived = database.together(() -> database.core(connection -> {
            Map<String, Map<String, Integer>> counts = revive(connection, wish);
            counts.forEach((tenant, plugins) -> plugins.forEach((plugin, letters) -> audit.record(
                    tenant, "core.event.replayed", "dead-letters", plugin, null, told(wish.event(), letters))));
            int replayed = counts.values().stream()
                    .flatMap(plugins -> plugins.values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
            return new Revived(replayed, DeadLetters.count(connection, wish, ""));
        }));
        database.afterCommit(wake::up);
        return revived;
    }

    private static Map<String, Object> told(@Nullable String event, int letters) {
        return event == null ? Map.of("letters", letters) : Map.of("letters", letters, "event", event);
    }

    private static Map<String, Map<String, Integer>> revive(Connection connection, Wish wish) throws SQLException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        try (PreparedStatement update = connection.prepareStatement(REVIVE)) {
            wish.bind(update, "");
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(row.getString(1), slug -> new TreeMap<>())
                            .merge(row.getString(2), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /**
     * What was done.
     *
     * @param replayed how many are delivered again
     * @param remaining how many are dead still: ask again for those
     */
    public record Revived(int replayed, long remaining) {}
}
