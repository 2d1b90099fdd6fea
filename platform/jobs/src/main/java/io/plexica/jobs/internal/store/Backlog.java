package io.plexica.jobs.internal.store;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far jobs are behind, as the database says. Safe for all threads. */
@Component(service = Backlog.class)
public final class Backlog {

    private static final String LOOK = """
            SELECT j.plugin_id, count(*) FILTER (WHERE d.execution_time <= clock_timestamp()) AS overdue,
                greatest(0, coalesce(extract(epoch FROM clock_timestamp() - min(d.execution_time)), 0))::double precision AS lag,
                count(*) FILTER (WHERE j.paused) AS paused
            FROM core.jobs j LEFT JOIN core.jobs_due d ON d.job_id = j.id AND NOT d.picked
            GROUP BY j.plugin_id ORDER BY j.plugin_id""";

    private final Database database;

    /** Looks into the database. */
    @Activate
    public Backlog(@Reference Database database, @Reference(target = "(plexica.room=jobs)") SchemaReady schemaReady) {
        this.database = database;
    }

    /** How each plugin does, and the platform itself. */
    public List<OfPlugin> look() {
        return database.core(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LOOK);
                    ResultSet row = select.executeQuery()) {
                List<OfPlugin> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new OfPlugin(
                            row.getString("plugin_id"),
                            row.getLong("overdue"),
                            row.getDouble("lag"),
                            row.getLong("paused")));
                }
                return found;
            }
        });
    }

    /**
     * The jobs of a plugin in all tenants.
     *
     * @param overdue those that are due and that no node has
     * @param lagSeconds how long the first of them has been due
     * @param paused those that wait until they are resumed
     */
    public record OfPlugin(String plugin, long overdue, double lagSeconds, long paused) {}
}
