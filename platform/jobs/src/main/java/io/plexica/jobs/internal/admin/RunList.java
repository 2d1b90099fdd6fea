package io.plexica.jobs.internal.admin;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.jobs.internal.store.RunStore;
import io.plexica.spi.data.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
    public Page<RunView> list(Reach reach, UUID id, @Nullable String status, PageQuery paging) {
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
                runs(connection, "SELECT *" + WANTED + page, wanted),
                paging.page(),
                paging.size(),
                count(connection, wanted)));
    }

    private static List<RunView> runs(Connection connection, String sql, @Nullable Object[] wanted)
            throws SQLException {
        try (PreparedStatement select = prepared(connection, sql, wanted);
                ResultSet row = select.executeQuery()) {
            List<RunView> found = new ArrayList<>();
            while (row.next()) {
                found.add(RunView.of(RunStore.read(row)));
            }
            return found;
        }
    }

    private static long count(Connection connection, @Nullable Object[] wanted) throws SQLException {
        try (PreparedStatement select = prepared(connection, "SELECT count(*)" + WANTED, wanted);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object[] values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
