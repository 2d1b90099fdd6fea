package io.plexica.plugins.internal.store;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is being done to installations, by which node, and how far it got. Every call joins the current unit of work. Safe for
 * all threads.
 */
@Component(service = OngoingWork.class)
public final class OngoingWork {

    /** Other nodes' operations that were not heard of for so long died with their node. */
    public static final Duration SILENCE = Duration.ofSeconds(45);

    private static final String BROKEN_OFF =
            "(operation_node IS NULL OR operation_node = ? OR operation_at < now() - ? * interval '1 second')";

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public OngoingWork(@Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /**
     * What may have been broken off: what this node, or one of its name before it, has begun, and what others have begun and
     * say no more of. What came for something else comes last.
     *
     * @param node this node
     * @param silence how long others must have been silent
     */
    public List<Installation> brokenOff(String node, Duration silence) {
        return database.core(connection -> Sql.list(
                connection,
                "SELECT * FROM core.installations WHERE operation IS NOT NULL AND " + BROKEN_OFF
                        + " ORDER BY unproven IS NULL, tenant_slug, plugin_id",
                InstallationRow::read,
                node,
                silence.toSeconds()));
    }

    /** Makes an operation that was broken off one's own; false when it has ended, or goes on. */
    public boolean takeOver(UUID before, UUID operation, String node, Duration silence) {
        return database.core(connection -> Sql.update(
                        connection,
                        "UPDATE core.installations SET operation_id = ?, operation_node = ?, operation_at = now()"
                                + " WHERE operation_id = ? AND " + BROKEN_OFF,
                        operation,
                        node,
                        before,
                        node,
                        silence.toSeconds()))
                == 1;
    }

    /** Says of operations that they go on. */
    public void goOn(Collection<UUID> operations) {
        database.core(connection -> Sql.update(
                connection,
                "UPDATE core.installations SET operation_at = now() WHERE operation_id = ANY (?)",
                Sql.ids(connection, operations)));
    }

    /**
     * A tenant is on a version that has yet to say that it is well.
     *
     * @param from the version that it goes back to if it is not
     */
    public void unproven(UUID operation, String from) {
        database.core(connection -> Sql.update(
                connection, "UPDATE core.installations SET unproven = ? WHERE operation_id = ?", from, operation));
    }

    /** The version that a tenant came from; empty when nothing is to be proved of the one that it is on. */
    public Optional<String> cameFrom(UUID operation) {
        String sql = "SELECT unproven FROM core.installations WHERE operation_id = ? AND unproven IS NOT NULL";
        return database.core(connection -> Sql.find(connection, sql, row -> row.getString(1), operation));
    }

    /** An operation goes to another version, which has to stay as well as the one that the tenant is on. */
    public void goesTo(UUID operation, String version) {
        database.core(connection -> Sql.update(
                connection,
                "UPDATE core.installations SET operation_target = ? WHERE operation_id = ?",
                version,
                operation));
    }

    /**
     * Those that need a version: they are on it, or what is being done to them comes from it or goes to it, or they may go back to
     * it since a rollout that moved them is still watched.
     */
    public List<Installation> needing(PluginRef ref) {
        String version = ref.version();
        return database.core(connection ->
                Sql.list(connection, """
                    SELECT i.* FROM core.installations i WHERE i.plugin_id = ? AND (
                        i.status IN ('IN_PROGRESS', 'INSTALLED', 'DISABLED') AND (i.version = ?
                            OR i.operation IS NOT NULL AND (i.operation_target = ? OR i.unproven = ?))
                        OR EXISTS (SELECT FROM core.plugin_rollout_moves m WHERE m.tenant_slug = i.tenant_slug
                            AND m.plugin_id = i.plugin_id AND m.from_version = ?))
                    ORDER BY i.tenant_slug
                    """, InstallationRow::read, ref.id(), version, version, version, version));
    }

    /** Whether something is still being done to other plugins of a tenant for one of them. */
    public boolean hasCompanions(String slug, String pluginId, String operations) {
        String sql = "SELECT 1 FROM core.installations WHERE tenant_slug = ? AND plugin_id <> ? AND operation LIKE ?";
        return database.core(connection -> Sql.finds(connection, sql, slug, pluginId, operations));
    }
}
