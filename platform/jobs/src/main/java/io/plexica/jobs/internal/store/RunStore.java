package io.plexica.jobs.internal.store;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs as they are kept. That a row is RUNNING is the right to do the job: the plugin's own unit of work ends it, or somebody
 * who thinks its node dead, and whoever comes second commits nothing. Safe for all threads.
 */
@Component(service = RunStore.class)
public final class RunStore {

    /** How many runs of a job are kept. */
    public static final int KEPT = 100;

    private static final String BEGIN = """
            INSERT INTO core.jobs_runs AS r
                (tenant_slug, plugin_id, job, job_id, claim, trigger, plugin_version, attempt, node, due_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(
                (SELECT l.due_at FROM core.jobs_runs l
                 WHERE ? > 1 AND l.job_id = ? AND l.tenant_slug = ? AND l.plugin_id = ? AND l.job = ?
                 ORDER BY l.started_at DESC LIMIT 1), ?)
            RETURNING r.id, r.due_at""";
    private static final String FORGET = "DELETE FROM core.jobs_runs WHERE id IN (SELECT id FROM core.jobs_runs"
            + " WHERE tenant_slug = ? AND plugin_id = ? AND job = ? ORDER BY started_at DESC OFFSET " + KEPT + ")";
    private static final String END =
            "UPDATE core.jobs_runs SET status = ?, error = ?, finished_at = clock_timestamp() WHERE status = 'RUNNING'";
    private static final String OLD = "DELETE FROM core.jobs_runs WHERE id IN (SELECT id FROM core.jobs_runs"
            + " WHERE started_at < clock_timestamp() - ? * interval '1 day' AND status <> 'RUNNING'"
            + " ORDER BY started_at LIMIT ?)";

    private final Database database;

    /** Keeps them in the database. */
    @Activate
    public RunStore(@Reference Database database, @Reference(target = "(plexica.room=jobs)") SchemaReady schemaReady) {
        this.database = database;
    }

    /**
     * Begins one, in a unit of work of its own.
     *
     * @param claim the version of the row that was due
     * @param dueAt when it was due; of a further attempt, what the one before says counts
     */
    public Begun begin(JobRow job, long claim, String version, int attempt, String node, Instant dueAt) {
        String trigger = job.isSingle() ? "PLUGIN" : job.byHand() ? "HAND" : "SCHEDULE";
        return database.apart(() -> database.core(connection -> {
            Sql.update(connection, FORGET, job.tenantSlug(), job.pluginId(), job.name());
            return Sql.find(
                            connection,
                            BEGIN,
                            row -> new Begun(row.getObject("id", UUID.class), Sql.instant(row, "due_at")),
                            job.tenantSlug(),
                            job.pluginId(),
                            job.name(),
                            job.id(),
                            claim,
                            trigger,
                            version,
                            attempt,
                            node,
                            attempt,
                            job.id(),
                            job.tenantSlug(),
                            job.pluginId(),
                            job.name(),
                            dueAt)
                    .orElseThrow();
        }));
    }

    /**
     * Notes in the current unit of work that the plugin has done its part.
     *
     * @throws PlexicaException {@code unavailable} when somebody thought it dead: nothing of this may be committed
     */
    public void succeeded(UUID id) {
        if (change(END + " AND id = ?", "SUCCEEDED", null, id) == 0) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "The run was thought dead meanwhile, and is somebody else's by now");
        }
    }

    /** Notes in a unit of work of its own that it failed; false when somebody thought it dead before. */
    public boolean failed(UUID id, String reason) {
        return database.apart(() -> change(END + " AND id = ?", "FAILED", reason, id) == 1);
    }

    /** Nothing was done and nothing is to be told; false when somebody thought it dead before. */
    public boolean discard(UUID id) {
        return database.apart(() -> change("DELETE FROM core.jobs_runs WHERE status = 'RUNNING' AND id = ?", id) == 1);
    }

    /**
     * Whoever made this run is thought dead: it may commit nothing any more.
     *
     * @return whether it had committed before
     */
    public boolean cutOff(UUID jobId, long claim, String reason) {
        return database.apart(() -> {
            change(END + " AND job_id = ? AND claim = ?", "CUT_OFF", reason, jobId, claim);
            String sql = "SELECT FROM core.jobs_runs WHERE job_id = ? AND claim = ? AND status = 'SUCCEEDED'";
            return database.core(connection -> Sql.finds(connection, sql, jobId, claim));
        });
    }

    /** Removes those that are too old, at most so many; how many there were. */
    public int removeOld(int days, int most) {
        return database.apart(() -> change(OLD, days, most));
    }

    /** Reads one from a row. */
    public static RunRow read(ResultSet row) throws SQLException {
        return new RunRow(
                row.getObject("id", UUID.class),
                row.getString("tenant_slug"),
                row.getString("plugin_id"),
                row.getString("job"),
                row.getString("trigger"),
                row.getString("plugin_version"),
                row.getInt("attempt"),
                row.getString("node"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "started_at"),
                Sql.moment(row, "finished_at"),
                Objects.requireNonNull(row.getString("status")),
                row.getString("error"));
    }

    private int change(String sql, @Nullable Object... values) {
        return database.core(connection -> Sql.update(connection, sql, values));
    }

    /**
     * A run that has begun.
     *
     * @param dueAt when its first attempt was due
     */
    public record Begun(UUID id, Instant dueAt) {}
}
