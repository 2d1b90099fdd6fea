package io.plexica.jobs.internal.admin;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.jobs.internal.store.RunStore;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import java.util.Map;
import java.util.Objects;
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
            + " AND (?::text IS NULL OR status = ?)"
            + " AND (? = '' OR strpos(lower(concat_ws(' ', error, node, plugin_version)), lower(?)) > 0)";

    private final Database database;
    private final JobList jobs;

    /** Reads it from the database. */
    @Activate
    public RunList(@Reference Database database, @Reference JobList jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /**
     * A page of the runs of a job, the last first unless another order is asked for. Text is looked for in errors, nodes and
     * versions.
     *
     * @param status only those that ended so; null for all
     * @throws PlexicaException {@code not-found}, also for a job that is another's
     */
    public Page<RunView> list(JobScope reach, UUID id, @Nullable String status, PageQuery paging) {
        String order = paging.orderBy(SORTED, "started_at DESC") + ", id";
        if (status != null && !STATUSES.contains(status)) {
            throw PlexicaException.validation(
                    new FieldError("/status", "must be RUNNING, SUCCEEDED, FAILED or CUT_OFF, not '" + status + "'"));
        }
        JobView job = jobs.get(reach, id);
        @Nullable
        Object[] wanted = {
            Objects.requireNonNullElse(job.tenant(), PlatformJobs.NO_TENANT),
            job.plugin(),
            job.name(),
            status,
            status,
            paging.text(),
            paging.text()
        };
        String page = " ORDER BY " + order + " LIMIT " + paging.size() + " OFFSET " + paging.offset();
        return database.core(connection -> new Page<>(
                Sql.list(connection, "SELECT *" + WANTED + page, row -> RunView.of(RunStore.read(row)), wanted),
                paging.page(),
                paging.size(),
                Sql.count(connection, "SELECT count(*)" + WANTED, wanted)));
    }
}
