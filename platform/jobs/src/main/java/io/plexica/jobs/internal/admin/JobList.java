package io.plexica.jobs.internal.admin;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.admin.JobView.LastRun;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs, to be read. REST and shell show them alike. */
@Component(service = JobList.class)
public final class JobList {

    private static final Map<String, String> SORTED = Map.of(
            "tenant", "j.tenant_slug",
            "plugin", "j.plugin_id",
            "name", "j.name",
            "nextRunAt", "d.execution_time",
            "createdAt", "j.created_at",
            "updatedAt", "j.updated_at");
    private static final Set<String> STATUSES = Set.of("SCHEDULED", "RUNNING", "PAUSED", "WAITING");
    private static final String STATUS =
            "CASE WHEN d.picked THEN 'RUNNING' WHEN j.paused AND NOT j.by_hand THEN 'PAUSED'"
                    + " WHEN d.job_id IS NULL THEN 'WAITING' ELSE 'SCHEDULED' END";
    private static final String WANTED = " WHERE (?::text[] IS NULL OR j.tenant_slug = ANY (?))"
            + " AND (?::text IS NULL OR j.plugin_id = ?) AND (?::uuid IS NULL OR j.id = ?)"
            + " AND (?::text IS NULL OR " + STATUS + " = ?) AND (? = '' OR strpos(lower(j.name), lower(?)) > 0)";
    private static final String LAST = " LEFT JOIN LATERAL (SELECT r.status, r.started_at, r.finished_at, r.error"
            + " FROM core.jobs_runs r WHERE r.tenant_slug = j.tenant_slug AND r.plugin_id = j.plugin_id"
            + " AND r.job = j.name AND r.job_id = j.id ORDER BY r.started_at DESC LIMIT 1) l ON true";
    private static final String COLUMNS = ", l.status AS last_status, l.started_at AS last_started,"
            + " l.finished_at AS last_finished, l.error AS last_error";

    private final Database database;

    /** Reads them from the database. */
    @Activate
    public JobList(@Reference Database database, @Reference(target = "(plexica.room=jobs)") SchemaReady schemaReady) {
        this.database = database;
    }

    /** A page of jobs, by tenant, plugin and name unless another order is asked for. */
    public Page<JobView> list(Wish wish, PageQuery paging) {
        String order = paging.orderBy(SORTED, "j.tenant_slug, j.plugin_id, j.name, d.execution_time") + ", j.id";
        if (wish.status() != null && !STATUSES.contains(wish.status())) {
            throw PlexicaException.validation(new FieldError(
                    "/status", "must be SCHEDULED, RUNNING, PAUSED or WAITING, not '" + wish.status() + "'"));
        }
        return database.core(connection -> new Page<>(
                jobs(connection, wish, null, paging.text(), order, paging),
                paging.page(),
                paging.size(),
                count(connection, wish, paging.text())));
    }

    /**
     * One of them.
     *
     * @throws PlexicaException {@code not-found}, also for what is another tenant's
     */
    public JobView get(JobScope reach, UUID id) {
        return database
                .core(connection -> jobs(connection, new Wish(reach, null, null), id, "", "j.id", new PageQuery()))
                .stream()
                .findFirst()
                .orElseThrow(() -> PlexicaException.notFound("There is no job " + id));
    }

    private static List<JobView> jobs(
            Connection connection, Wish wish, @Nullable UUID id, String text, String order, PageQuery paging)
            throws SQLException {
        String sql = JobStore.SELECT + COLUMNS + JobStore.FROM + LAST + WANTED + " ORDER BY " + order + " LIMIT "
                + paging.size() + " OFFSET " + paging.offset();
        return Sql.list(connection, sql, row -> JobView.of(JobStore.read(row), last(row)), values(wish, id, text));
    }

    private static long count(Connection connection, Wish wish, String text) throws SQLException {
        return Sql.count(connection, "SELECT count(*)" + JobStore.FROM + WANTED, values(wish, null, text));
    }

    private static @Nullable LastRun last(ResultSet row) throws SQLException {
        String status = row.getString("last_status");
        if (status == null) {
            return null;
        }
        return new LastRun(
                status,
                Sql.instant(row, "last_started"),
                Sql.moment(row, "last_finished"),
                row.getString("last_error"));
    }

    private static @Nullable Object[] values(Wish wish, @Nullable UUID id, String text) {
        String[] slugs = wish.reach().array();
        String plugin = wish.plugin();
        String status = wish.status();
        return new @Nullable Object[] {slugs, slugs, plugin, plugin, id, id, status, status, text, text};
    }

    /**
     * Which jobs; null for any.
     *
     * @param status one of those of {@link JobView#status}
     */
    public record Wish(
            JobScope reach,
            @Nullable String plugin,
            @Nullable String status) {}
}
