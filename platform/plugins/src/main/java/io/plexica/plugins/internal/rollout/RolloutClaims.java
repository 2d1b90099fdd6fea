package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.plugins.PluginRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who rolls out which plugin, on all nodes. Every call is a unit of work of its own. Safe for all threads.
 */
@Component(service = RolloutClaims.class)
public final class RolloutClaims {

    /** Heard of within a minute. */
    private static final String ALIVE = " AND seen_at >= now() - interval '60 seconds'";

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public RolloutClaims(
            @Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /**
     * Holds a plugin, so that nobody else rolls it out.
     *
     * @throws PlexicaException {@code conflict} naming who does
     */
    void claim(UUID id, PluginRef target, String by) {
        Transactions.alone(database, () -> {
            int claimed =
                    database.core(connection -> Sql.update(connection, """
                    INSERT INTO core.plugin_rollouts AS r (plugin_id, id, version, begun_by) VALUES (?, ?, ?, ?)
                    ON CONFLICT (plugin_id) DO UPDATE SET id = excluded.id, version = excluded.version,
                        begun_by = excluded.begun_by, begun_at = now(), seen_at = now(), cancelled_by = NULL, keep = false,
                        closed = false
                    WHERE r.seen_at < now() - interval '60 seconds'
                    """, target.id(), id, target.version(), by));
            if (claimed == 0) {
                throw PlexicaException.conflict(
                                "rollout-in-progress",
                                target.id() + " is being rolled out already (" + holder(target.id())
                                        + "); try again when that has ended")
                        .with("plugin", target.id());
            }
        });
    }

    /** Says that the rollout goes on; false when somebody else has taken its place. */
    boolean seen(UUID id) {
        return Transactions.alone(
                        database,
                        () -> database.core(connection -> Sql.update(
                                connection, "UPDATE core.plugin_rollouts SET seen_at = now() WHERE id = ?", id)))
                == 1;
    }

    /** Says that the rollout of a plugin is to end, if nobody has yet and it is not too late. Joins the current unit of work. */
    Optional<Cancellation> cancel(String pluginId, String by, boolean keep) {
        return cancellation(
                "UPDATE core.plugin_rollouts SET keep = ?, cancelled_by = ? WHERE plugin_id = ? AND cancelled_by IS NULL"
                        + " AND NOT closed" + ALIVE + " RETURNING *",
                keep,
                by,
                pluginId);
    }

    /** What has been said of the rollout of a plugin already; empty where none is on its way. */
    Optional<Cancellation> cancelledBefore(String pluginId) {
        return cancellation(
                "SELECT * FROM core.plugin_rollouts WHERE plugin_id = ? AND cancelled_by IS NOT NULL" + ALIVE,
                pluginId);
    }

    /** The word that a rollout is to end; empty while nobody has said so. */
    Optional<Cancellation> cancelled(UUID id) {
        return Transactions.alone(
                database,
                () -> cancellation("SELECT * FROM core.plugin_rollouts WHERE id = ? AND cancelled_by IS NOT NULL", id));
    }

    /** From now on nobody can say so any more; the word of whoever was in time. */
    Optional<Cancellation> close(UUID id) {
        return Transactions.alone(
                database,
                () -> cancellation("UPDATE core.plugin_rollouts SET closed = true WHERE id = ? RETURNING *", id));
    }

    private Optional<Cancellation> cancellation(String sql, Object... values) {
        return database.core(connection -> Sql.list(connection, sql, RolloutClaims::cancellation, values)).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Cancellation> cancellation(ResultSet row) throws SQLException {
        String by = row.getString("cancelled_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Cancellation(
                        row.getString("plugin_id"), row.getString("version"), by, row.getBoolean("keep")));
    }

    /** Lets go. */
    void end(UUID id) {
        Transactions.alone(
                database,
                () -> database.core(
                        connection -> Sql.update(connection, "DELETE FROM core.plugin_rollouts WHERE id = ?", id)));
    }

    private String holder(String pluginId) {
        String sql = "SELECT version || ' by ' || begun_by FROM core.plugin_rollouts WHERE plugin_id = ?";
        return database.core(connection -> Sql.find(connection, sql, row -> row.getString(1), pluginId))
                .orElse("just now");
    }
}
