package io.plexica.jobs.internal.admin;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.store.RunStore;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of jobs, to be read. REST and shell show it alike. */
@Component(service = RunList.class)
public final class RunList {

    private static final Map<String, String> SORTED = Map.of(
            "startedAt", "started_at",
            "finishedAt", "finished_at",
            "dueAt", "due_at",
            "status", "status",
            "attempt", "attempt");
    private static final Set<String> STATUSES = Set.of("RUNNING", "SUCCEEDED", "FAILED", "CUT_OFF");
    private static final String WANTED = " FROM core.jobs_runs WHERE tenant_slug = ? AND plugin_id = ? AND job = ?"
            + " AND (?::uuid IS NULL OR job_id = ?) AND (?::text IS NULL OR status = ?)"
            + " AND (? = '' OR strpos(lower(concat_ws(' ', error, node, plugin_version)), lower(?)) > 0)";

    /** A single run is listed no more once it is over, and what became of it is known all the same. */
    private static final String WHOSE =
            "(SELECT tenant_slug, plugin_id, name, schedule IS NULL, 1 AS rank FROM core.jobs WHERE id = ?)"
                    + " UNION ALL (SELECT tenant_slug, plugin_id, job, true, 2 FROM core.jobs_runs WHERE job_id = ? LIMIT 1)"
                    + " ORDER BY rank LIMIT 1";

    private final Database database;

    /** Reads it from the database. */
    @Activate
    public RunList(@Reference Database database, @Reference(target = "(plexica.room=jobs)") SchemaReady schemaReady) {
        this.database = database;
    }

    /**
     * A page of the runs of a job, the last first unless another order is asked for; of a single one only its own. Text is looked
     * for in errors, nodes and versions.
     *
     * @param status only those that ended so; null for all
     * @throws PlexicaException {@code not-found}, also for a job that is another's
     */
    public Page<RunView> list(JobScope reach, UUID id, @Nullable String status, PageQuery paging) {
        String order = order(status, paging);
        Whose whose = database.core(connection -> Sql.find(connection, WHOSE, Whose::read, id, id))
                .filter(found -> reach.covers(found.tenantSlug()))
                .orElseThrow(() -> PlexicaException.notFound("There is no job " + id));
        return page(whose, whose.single() ? id : null, status, order, paging);
    }

    /** The same of all jobs of one name, single ones too; empty where there never was one. */
    public Page<RunView> list(
            String tenantSlug, String pluginId, String job, @Nullable String status, PageQuery paging) {
        return page(new Whose(tenantSlug, pluginId, job, false), null, status, order(status, paging), paging);
    }

    private static String order(@Nullable String status, PageQuery paging) {
        String order = paging.orderBy(SORTED, "started_at DESC") + ", id";
        if (status != null && !STATUSES.contains(status)) {
            throw PlexicaException.validation(
                    new FieldError("/status", "must be RUNNING, SUCCEEDED, FAILED or CUT_OFF, not '" + status + "'"));
        }
        return order;
    }

    private Page<RunView> page(
            Whose whose, @Nullable UUID only, @Nullable String status, String order, PageQuery paging) {
        @Nullable
        Object[] wanted = {
            whose.tenantSlug(), whose.pluginId(), whose.job(), only, only, status, status, paging.text(), paging.text()
        };
        String page = " ORDER BY " + order + " LIMIT " + paging.size() + " OFFSET " + paging.offset();
        return database.core(connection -> new Page<>(
                Sql.list(connection, "SELECT *" + WANTED + page, row -> RunView.of(RunStore.read(row)), wanted),
                paging.page(),
                paging.size(),
                Sql.count(connection, "SELECT count(*)" + WANTED, wanted)));
    }

    /** Whose runs: the tenant is empty for a job of the platform itself. */
    private record Whose(String tenantSlug, String pluginId, String job, boolean single) {

        static Whose read(ResultSet row) throws SQLException {
            return new Whose(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4));
        }
    }
}
