package io.plexica.search.internal.index;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.search.internal.Engines;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.search.IndexRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table of indexes. Whoever writes in the unit of work of a change shares a lane's lock until that ends, and whoever
 * begins to make an index, or puts it in the place of another, has it alone for a moment: so no change goes to fewer indexes
 * than it should. Safe for all threads.
 */
@Component(service = IndexTable.class)
public final class IndexTable {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int ATTEMPTS = 10;

    private static final String KEY = " tenant_slug = ? AND plugin_id = ? AND engine = ?";

    private final Database database;
    private final Engines engines;

    /** Works for the chosen engine. */
    @Activate
    public IndexTable(
            @Reference Database database,
            @Reference Engines engines,
            @Reference(target = "(plexica.room=search)") SchemaReady schemaReady) {
        this(database, engines);
    }

    /** For tests. */
    public IndexTable(Database database, Engines engines) {
        this.database = database;
        this.engines = engines;
    }

    /** How a lane is now. */
    public IndexRoute find(String tenant, String plugin) {
        return database.core(connection -> find(connection, tenant, plugin));
    }

    /** The same, and it stays so until the current unit of work has ended. */
    IndexRoute share(String tenant, String plugin) {
        return database.core(connection -> {
            Sql.finds(connection, "SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))", lock(tenant, plugin));
            return find(connection, tenant, plugin);
        });
    }

    /**
     * Begins to make an index.
     *
     * @throws PlexicaException {@code conflict} while somebody is making one, {@code unavailable} while transactions that
     *     write documents do not end
     */
    public IndexRef begin(String tenant, String plugin, Duration lease) {
        List<Long> number = alone(
                tenant,
                plugin,
                connection -> Sql.list(
                        connection,
                        "INSERT INTO core.search_indexes AS i (tenant_slug, plugin_id, engine, building, building_until)"
                                + " VALUES (?, ?, ?, 2, clock_timestamp() + ? * interval '1 second')"
                                + " ON CONFLICT (tenant_slug, plugin_id, engine) DO UPDATE SET"
                                + " building = greatest(i.generation, i.building) + 1, building_until = excluded.building_until"
                                + " WHERE i.building IS NULL OR i.building_until < clock_timestamp() RETURNING building",
                        row -> row.getLong(1),
                        tenant,
                        plugin,
                        engines.name(),
                        lease.toSeconds()));
        if (number.isEmpty()) {
            throw alreadyBeingMade(plugin);
        }
        return new IndexRef(tenant, plugin, number.get(0));
    }

    /** Goes on with making it; false when it is somebody else's turn now. */
    public boolean renew(IndexRef index, Duration lease) {
        return database.core(connection -> Sql.update(
                        connection,
                        "UPDATE core.search_indexes SET building_until = clock_timestamp() + ? * interval '1 second'"
                                + " WHERE building = ? AND" + KEY,
                        lease.toSeconds(),
                        index.generation(),
                        index.tenantSlug(),
                        index.pluginId(),
                        engines.name()))
                == 1;
    }

    /**
     * Puts the index that was made in the place of the one before; false when it is somebody else's turn now.
     *
     * @param also is done in the same unit of work
     */
    public boolean swap(IndexRef index, Runnable also) {
        return alone(index.tenantSlug(), index.pluginId(), connection -> {
            int swapped = Sql.update(
                    connection,
                    "UPDATE core.search_indexes SET generation = building, building = NULL, building_until = NULL,"
                            + " complete = true, built_at = clock_timestamp() WHERE building = ? AND" + KEY,
                    index.generation(),
                    index.tenantSlug(),
                    index.pluginId(),
                    engines.name());
            if (swapped == 1) {
                also.run();
            }
            return swapped == 1;
        });
    }

    /** Nobody makes that index any more. */
    public void abandon(IndexRef index) {
        alone(
                index.tenantSlug(),
                index.pluginId(),
                connection -> Sql.update(
                        connection,
                        "UPDATE core.search_indexes SET building = NULL, building_until = NULL WHERE building = ? AND"
                                + KEY,
                        index.generation(),
                        index.tenantSlug(),
                        index.pluginId(),
                        engines.name()));
    }

    /** There is nothing to be told of a plugin but what it writes itself. */
    public void complete(String tenant, String plugin) {
        database.core(connection -> Sql.update(
                connection,
                "INSERT INTO core.search_indexes (tenant_slug, plugin_id, engine, complete) VALUES (?, ?, ?, true)"
                        + " ON CONFLICT (tenant_slug, plugin_id, engine) DO UPDATE SET complete = true",
                tenant,
                plugin,
                engines.name()));
    }

    /** Begins anew behind everything that was ever written: what comes late is not found. */
    void reset(String tenant, String plugin) {
        database.core(connection -> Sql.update(
                connection,
                "INSERT INTO core.search_indexes AS i (tenant_slug, plugin_id, engine, generation) VALUES (?, ?, ?, 2)"
                        + " ON CONFLICT (tenant_slug, plugin_id, engine) DO UPDATE SET"
                        + " generation = greatest(i.generation, i.building) + 1, complete = false, building = NULL,"
                        + " building_until = NULL",
                tenant,
                plugin,
                engines.name()));
    }

    /** Indexes of other engines miss from now on what is written. */
    void leaveOthers() {
        database.core(connection -> Sql.update(
                connection,
                "UPDATE core.search_indexes SET complete = false WHERE complete AND engine <> ?",
                engines.name()));
    }

    /** The tenants that have any, by slug. */
    List<String> tenants() {
        return database.core(connection -> Sql.list(
                connection,
                "SELECT DISTINCT tenant_slug FROM core.search_indexes UNION SELECT DISTINCT tenant_slug FROM"
                        + " core.search_changes ORDER BY 1",
                row -> row.getString(1)));
    }

    /** Whether somebody makes an index anew, and has been heard of lately. */
    public boolean isBeingMade(String tenant, String plugin) {
        return database.core(connection -> Sql.find(
                        connection,
                        "SELECT building_until >= clock_timestamp() FROM core.search_indexes WHERE building IS NOT NULL AND"
                                + KEY,
                        row -> row.getBoolean(1),
                        tenant,
                        plugin,
                        engines.name()))
                .orElse(false);
    }

    /** The refusal of who would make one at the same time. */
    public static PlexicaException alreadyBeingMade(String plugin) {
        return PlexicaException.conflict(
                "already-running", "The index of " + plugin + " is being made anew already: wait for its end");
    }

    /** Indexes that somebody has ceased to make. */
    List<IndexRef> brokenOff() {
        return database.core(connection -> Sql.list(
                connection,
                "SELECT tenant_slug, plugin_id, building FROM core.search_indexes WHERE engine = ?"
                        + " AND building_until < clock_timestamp()",
                row -> new IndexRef(row.getString(1), row.getString(2), row.getLong(3)),
                engines.name()));
    }

    /** The plugins that have an index in a tenant. */
    public List<String> plugins(String tenant) {
        return database.core(connection -> Sql.list(
                connection,
                "SELECT plugin_id FROM core.search_indexes WHERE tenant_slug = ? AND engine = ? ORDER BY 1",
                row -> row.getString(1),
                tenant,
                engines.name()));
    }

    /** Forgets a tenant. */
    void forget(String tenant) {
        database.core(
                connection -> Sql.update(connection, "DELETE FROM core.search_indexes WHERE tenant_slug = ?", tenant));
    }

    private IndexRoute find(Connection connection, String tenant, String plugin) throws SQLException {
        String sql = "SELECT generation, building, complete FROM core.search_indexes WHERE" + KEY;
        return Sql.find(
                        connection,
                        sql,
                        row -> new IndexRoute(row.getLong(1), row.getObject(2, Long.class), row.getBoolean(3)),
                        tenant,
                        plugin,
                        engines.name())
                .orElse(IndexRoute.FIRST);
    }

    private <T> T alone(String tenant, String plugin, Alone<T> work) {
        Supplier<T> attempt = () -> database.apart(() -> database.core(connection -> {
            Sql.finds(connection, "SELECT core.search_alone(?)", lock(tenant, plugin));
            return work.with(connection);
        }));
        for (int left = ATTEMPTS; ; left--) {
            try {
                return attempt.get();
            } catch (DatabaseException e) {
                if (!e.sqlState().equals(LOCK_NOT_AVAILABLE)) {
                    throw e;
                }
                if (left == 1) {
                    throw new PlexicaException(
                            ErrorCode.UNAVAILABLE, "Transactions that write documents do not end: try again later", e);
                }
            }
        }
    }

    private String lock(String tenant, String plugin) {
        return "plexica:search:" + engines.name() + ":" + tenant + ":" + plugin;
    }

    /** Work of whoever has a lane alone. */
    @FunctionalInterface
    private interface Alone<T> {
        T with(Connection connection) throws SQLException;
    }
}
