package io.plexica.plugins.internal.rollout;

import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.plugins.PluginRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tenants that rollouts have moved and that are still watched. Every call is a unit of work of its own. Safe for all threads. */
@Component(service = RolloutMoves.class)
public final class RolloutMoves {

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public RolloutMoves(@Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /** Says why a tenant has not gone back yet; false when that is no news, or the tenant is not watched any more. */
    boolean stuck(RolloutMove move, String why) {
        return run(
                        "UPDATE core.plugin_rollout_moves SET back_failure = ? WHERE tenant_slug = ? AND plugin_id = ?"
                                + " AND rollout = ? AND back_failure IS DISTINCT FROM ?",
                        why,
                        move.tenant(),
                        move.plugin(),
                        move.rollout(),
                        why)
                == 1;
    }

    /**
     * A tenant stays where it is, and its installation says why; it is not watched any more.
     *
     * @return false when somebody else has said so before, or the tenant has left
     */
    boolean giveUp(RolloutMove move, String reason) {
        return run("""
                WITH given AS (DELETE FROM core.plugin_rollout_moves
                    WHERE tenant_slug = ? AND plugin_id = ? AND rollout = ? RETURNING tenant_slug, plugin_id)
                UPDATE core.installations i SET reason = ?, updated_at = now() FROM given g
                WHERE i.tenant_slug = g.tenant_slug AND i.plugin_id = g.plugin_id
                """, move.tenant(), move.plugin(), move.rollout(), reason) == 1;
    }

    /** Those whose time is over have shown that they are well. What no node has been able to end for a day ends too. */
    int promote() {
        return run("DELETE FROM core.plugin_rollout_moves WHERE until < now() AND back_reason IS NULL"
                + " OR until < now() - interval '1 day'");
    }

    /** Whether the time for which a move was to be watched has been over for so long, by the clock that set it. */
    boolean isOverdue(RolloutMove move, Duration patience) {
        return Transactions.alone(
                        database,
                        () -> database.core(connection -> Sql.find(
                                connection,
                                "SELECT ?::timestamptz + make_interval(secs => ?) < now()",
                                row -> row.getBoolean(1),
                                move.until(),
                                (double) patience.toSeconds())))
                .orElse(false);
    }

    /** Says that all tenants go back from a version; how many of them nobody had said it of. */
    int condemn(PluginRef to, String reason) {
        return run(
                "UPDATE core.plugin_rollout_moves SET back_reason = ? WHERE plugin_id = ? AND to_version = ?"
                        + " AND back_reason IS NULL",
                reason,
                to.id(),
                to.version());
    }

    /** Why tenants go back from a version; empty while nothing speaks against it. */
    Optional<String> objection(PluginRef to) {
        return all().stream()
                .filter(move -> move.target().equals(to))
                .map(RolloutMove::backReason)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** All that are watched, those that were moved first first. */
    public List<RolloutMove> all() {
        return Transactions.alone(
                database,
                () -> database.core(connection -> Sql.list(
                        connection,
                        "SELECT * FROM core.plugin_rollout_moves ORDER BY moved_at, tenant_slug",
                        RolloutMoves::move)));
    }

    private int run(String sql, Object... values) {
        return Transactions.alone(database, () -> database.core(connection -> Sql.update(connection, sql, values)));
    }

    private static RolloutMove move(ResultSet row) throws SQLException {
        return new RolloutMove(
                row.getString("tenant_slug"),
                row.getString("plugin_id"),
                row.getString("from_version"),
                row.getString("to_version"),
                Sql.instant(row, "moved_at"),
                Sql.instant(row, "until"),
                row.getString("back_reason"),
                row.getString("back_failure"),
                row.getObject("rollout", UUID.class));
    }
}
