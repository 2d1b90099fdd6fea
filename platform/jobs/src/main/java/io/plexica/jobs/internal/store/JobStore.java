package io.plexica.jobs.internal.store;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs as they are kept. Each call joins the unit of work of the caller. Safe for all threads. */
@Component(service = JobStore.class)
public final class JobStore {

    /** All there is of a job. */
    public static final String SELECT = "SELECT j.*, d.execution_time, coalesce(d.picked, false) AS picked,"
            + " coalesce(d.consecutive_failures, 0) AS failures";

    /** Where that is. */
    public static final String FROM = " FROM core.jobs j LEFT JOIN core.jobs_due d ON d.job_id = j.id";

    private static final String ADD = """
            WITH j AS (
                INSERT INTO core.jobs (tenant_slug, plugin_id, name, schedule, zone) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (tenant_slug, plugin_id, name) WHERE schedule IS NOT NULL DO NOTHING
                RETURNING id, plugin_id)
            INSERT INTO core.jobs_due (task_name, task_instance, execution_time)
            SELECT 'job', j.plugin_id || '/' || j.id, ? FROM j""";
    private static final String ENLIST = """
            INSERT INTO core.jobs_due (task_name, task_instance, execution_time)
            SELECT 'job', j.plugin_id || '/' || j.id, ? FROM core.jobs j WHERE j.id = ? AND (NOT j.paused OR j.by_hand)
            ON CONFLICT DO NOTHING""";
    private static final String DELIST = "DELETE FROM core.jobs_due WHERE job_id = ? AND NOT picked";
    private static final String RETIME =
            "UPDATE core.jobs SET schedule = ?, zone = ?, version = version + 1, updated_at = clock_timestamp()"
                    + " WHERE id = ? AND (schedule, zone) IS DISTINCT FROM (?, ?)";
    private static final String MOVE =
            "UPDATE core.jobs_due SET execution_time = ? WHERE job_id = ? AND NOT picked AND consecutive_failures = 0";
    private static final String STEER = "UPDATE core.jobs SET paused = ?, by_hand = ?, version = version + 1,"
            + " updated_at = clock_timestamp() WHERE id = ?";
    private static final String BY_HAND_NO_MORE = "UPDATE core.jobs SET by_hand = false WHERE id = ? AND by_hand";
    private static final String HURRY = "UPDATE core.jobs_due SET execution_time = ? WHERE job_id = ? AND NOT picked";

    private static final String FORGOTTEN = "DELETE FROM core.jobs j WHERE j.id = ? AND NOT j.paused"
            + " AND j.created_at < clock_timestamp() - ? * interval '1 day' AND NOT EXISTS (SELECT FROM core.jobs_runs r"
            + " WHERE r.tenant_slug = j.tenant_slug AND r.plugin_id = j.plugin_id AND r.job = j.name)";

    private final Database database;

    /** Keeps them in the database. */
    @Activate
    public JobStore(@Reference Database database, @Reference(target = "(plexica.room=jobs)") SchemaReady schemaReady) {
        this.database = database;
    }

    /** A job. */
    public Optional<JobRow> find(UUID id) {
        return rows(" WHERE j.id = ?", id).stream().findFirst();
    }

    /** A job, which nobody else changes until the unit of work has ended. */
    public Optional<JobRow> lock(UUID id) {
        return rows(" WHERE j.id = ? FOR UPDATE OF j", id).stream().findFirst();
    }

    /** A job with a schedule, by its name. */
    public Optional<JobRow> find(String tenantSlug, String pluginId, String name) {
        return rows(
                        " WHERE j.tenant_slug = ? AND j.plugin_id = ? AND j.name = ? AND j.schedule IS NOT NULL",
                        tenantSlug,
                        pluginId,
                        name)
                .stream()
                .findFirst();
    }

    /** All jobs of a tenant; of all tenants for null. */
    public List<JobRow> of(@Nullable String tenantSlug) {
        return tenantSlug == null ? rows("") : rows(" WHERE j.tenant_slug = ?", tenantSlug);
    }

    /** A job with a schedule is there from now on, unless it was. */
    public void add(String tenantSlug, String pluginId, String name, String schedule, String zone, Instant due) {
        change(ADD, tenantSlug, pluginId, name, schedule, zone, due);
    }

    /** A job has another schedule, and is due at another time. */
    public void retime(UUID id, String schedule, String zone, Instant due) {
        change(RETIME, schedule, zone, id, schedule, zone);
        change(MOVE, due, id);
    }

    /** A job that waited for something else is due at a time; one that is paused is not, unless by hand. */
    public void enlist(UUID id, Instant due) {
        change(ENLIST, due, id);
    }

    /** A job waits for something else than a time, unless a node has it. */
    public void delist(UUID id) {
        change(DELIST, id);
    }

    /** A job that waits for a time is due at another. */
    public void move(UUID id, Instant due) {
        change(HURRY, due, id);
    }

    /** Notes what people want of a job. */
    public void steer(UUID id, boolean paused, boolean byHand) {
        change(STEER, paused, byHand, id);
    }

    /** The run that somebody asked for is over. */
    public void answered(UUID id) {
        change(BY_HAND_NO_MORE, id);
    }

    /** A job is there no longer. */
    public void remove(UUID id) {
        change("DELETE FROM core.jobs WHERE id = ?", id);
    }

    /** A job that was listed so many days ago, of which no run is known any more and that nobody paused, is there no longer. */
    public void removeForgotten(UUID id, int days) {
        change(FORGOTTEN, id, days);
    }

    /** A plugin has no jobs in a tenant any more, and never had; null for all plugins. */
    public void removeAll(String tenantSlug, @Nullable String pluginId) {
        String which = " WHERE tenant_slug = ? AND (?::text IS NULL OR plugin_id = ?)";
        change("DELETE FROM core.jobs" + which, tenantSlug, pluginId, pluginId);
        change("DELETE FROM core.jobs_runs" + which, tenantSlug, pluginId, pluginId);
    }

    /** Reads one from a row of {@link #SELECT}. */
    public static JobRow read(ResultSet row) throws SQLException {
        return new JobRow(
                row.getObject("id", UUID.class),
                row.getString("tenant_slug"),
                row.getString("plugin_id"),
                row.getString("name"),
                row.getString("schedule"),
                row.getString("zone"),
                Sql.moment(row, "wanted_at"),
                row.getString("payload"),
                row.getBoolean("paused"),
                row.getBoolean("by_hand"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                Sql.moment(row, "execution_time"),
                row.getBoolean("picked"),
                row.getInt("failures"));
    }

    private List<JobRow> rows(String where, @Nullable Object... values) {
        return database.core(connection -> Sql.list(connection, SELECT + FROM + where, JobStore::read, values));
    }

    private void change(String sql, @Nullable Object... values) {
        database.core(connection -> Sql.update(connection, sql, values));
    }
}
