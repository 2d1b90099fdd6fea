package io.plexica.plugins.internal.rollout;

import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.plugins.PluginRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** A tenant is about to be moved; it is watched for so long. */
    void begin(String tenantSlug, PluginRef from, PluginRef to, Duration guard) {
        run("""
                INSERT INTO core.plugin_rollout_moves (tenant_slug, plugin_id, from_version, to_version, until)
                VALUES (?, ?, ?, ?, now() + ? * interval '1 second')
                ON CONFLICT (tenant_slug, plugin_id) DO UPDATE SET from_version = excluded.from_version,
                    to_version = excluded.to_version, moved_at = now(), until = excluded.until, back_reason = NULL
                """, tenantSlug, to.id(), from.version(), to.version(), guard.toSeconds());
    }

    /** A tenant is not watched any more, as far as it was because of this version. */
    void end(String tenantSlug, PluginRef to) {
        run(
                "DELETE FROM core.plugin_rollout_moves WHERE tenant_slug = ? AND plugin_id = ? AND to_version = ?",
                tenantSlug,
                to.id(),
                to.version());
    }

    /** Those whose time is over have shown that they are well. */
    int promote() {
        return run("DELETE FROM core.plugin_rollout_moves WHERE until < now() AND back_reason IS NULL");
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
                () -> database.core(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(
                                    "SELECT * FROM core.plugin_rollout_moves ORDER BY moved_at, tenant_slug");
                            ResultSet rows = statement.executeQuery()) {
                        List<RolloutMove> found = new ArrayList<>();
                        while (rows.next()) {
                            found.add(move(rows));
                        }
                        return found;
                    }
                }));
    }

    private int run(String sql, Object... values) {
        return Transactions.alone(database, () -> database.core(connection -> update(connection, sql, values)));
    }

    private static RolloutMove move(ResultSet row) throws SQLException {
        return new RolloutMove(
                row.getString("tenant_slug"),
                row.getString("plugin_id"),
                row.getString("from_version"),
                row.getString("to_version"),
                row.getTimestamp("moved_at").toInstant(),
                row.getTimestamp("until").toInstant(),
                row.getString("back_reason"));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
