package io.plexica.plugins.internal.usage;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of usage. Every call joins the current unit of work. Safe for all threads. */
@Component(service = UsageStore.class)
public final class UsageStore {

    private final Database database;

    /** Waits for the table. */
    @Activate
    public UsageStore(@Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /** Adds what was counted. What belongs to a tenant that has gone meanwhile is dropped. */
    void add(Map<UsageKey, UsageCount> counted) {
        database.core(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO core.plugin_usage AS u (tenant_slug, plugin_id, action, day, count, last_at)
                    SELECT ?, ?, ?, ?, ?, ? WHERE EXISTS
                        (SELECT FROM core.installations i WHERE i.tenant_slug = ? AND i.plugin_id = ?)
                    ON CONFLICT (plugin_id, tenant_slug, action, day) DO UPDATE SET
                        count = u.count + excluded.count, last_at = greatest(u.last_at, excluded.last_at)
                    """)) {
                // In one order on all nodes, so that none waits for another in a circle.
                for (Map.Entry<UsageKey, UsageCount> entry : counted.entrySet()) {
                    UsageKey key = entry.getKey();
                    statement.setString(1, key.tenantSlug());
                    statement.setString(2, key.pluginId());
                    statement.setString(3, key.action());
                    statement.setObject(4, key.day());
                    statement.setLong(5, entry.getValue().count());
                    statement.setTimestamp(6, Timestamp.from(entry.getValue().lastAt()));
                    statement.setString(7, key.tenantSlug());
                    statement.setString(8, key.pluginId());
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }

    /** Removes counts of days before one, so many at once; how many there were. */
    int sweep(LocalDate first, int most) {
        return database.core(connection -> Sql.update(connection, """
                DELETE FROM core.plugin_usage WHERE (plugin_id, tenant_slug, action, day) IN (
                    SELECT plugin_id, tenant_slug, action, day FROM core.plugin_usage WHERE day < ?
                    ORDER BY day LIMIT ? FOR UPDATE SKIP LOCKED)
                """, first, most));
    }

    /**
     * How a plugin was used, most frequent first.
     *
     * @param tenantSlug by this tenant; null for all
     * @param from the first day; null for the beginning
     * @param to the last day; null for today
     */
    public List<UsageRow> read(
            String pluginId, @Nullable String tenantSlug, @Nullable LocalDate from, @Nullable LocalDate to) {
        return database.core(connection -> Sql.list(
                connection,
                """
                    SELECT action, sum(count) AS count, max(last_at) AS last_at FROM core.plugin_usage
                    WHERE plugin_id = ? AND tenant_slug = coalesce(?, tenant_slug)
                        AND day BETWEEN coalesce(CAST(? AS date), '-infinity') AND coalesce(CAST(? AS date), 'infinity')
                    GROUP BY action ORDER BY count DESC, action
                    """,
                row -> new UsageRow(row.getString("action"), row.getLong("count"), Sql.instant(row, "last_at")),
                pluginId,
                tenantSlug,
                from,
                to));
    }
}
