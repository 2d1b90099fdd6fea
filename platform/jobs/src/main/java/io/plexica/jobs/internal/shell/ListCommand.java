package io.plexica.jobs.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.admin.JobList;
import io.plexica.jobs.internal.admin.JobList.Wish;
import io.plexica.jobs.internal.admin.JobScope;
import io.plexica.jobs.internal.admin.JobView;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists jobs. */
@Service
@Command(scope = "job", name = "list", description = "Lists the jobs of plugins and of the platform itself")
public final class ListCommand extends PlexicaCommand {

    @Reference
    private JobList list;

    @Reference
    private Tenants tenants;

    @Option(name = "--tenant", description = "Only those of this tenant, by its slug")
    @Completion(TenantCompleter.class)
    private @Nullable String tenant;

    @Option(name = "--plugin", description = "Only those of this plugin, by its id; core for the platform itself")
    private @Nullable String plugin;

    @Option(name = "--status", description = "Only SCHEDULED, RUNNING, PAUSED or WAITING ones")
    private @Nullable String status;

    @Option(name = "--page", description = "Which page, from 0")
    private @Nullable String page;

    @Override
    protected void run() throws Exception {
        if (tenant != null && tenants.find(tenant).isEmpty()) {
            throw PlexicaException.notFound("There is no tenant " + tenant);
        }
        JobScope whose = tenant == null ? JobScope.ALL : JobScope.of(tenant);
        Page<JobView> found = list.list(new Wish(whose, plugin, status), new PageQuery(page, "200", null, null));
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found,
                "There are no jobs",
                List.of("Tenant", "Plugin", "Job", "Schedule", "Status", "Next run", "Last run"),
                job -> cells(
                        job.tenant() == null ? "" : job.tenant(),
                        job.plugin(),
                        job.name(),
                        job.schedule() == null ? "once" : job.schedule(),
                        job.status(),
                        job.nextRunAt() == null ? "" : job.nextRunAt(),
                        last(job)));
    }

    private static String last(JobView job) {
        return job.lastRun() == null
                ? ""
                : job.lastRun().status() + " " + job.lastRun().startedAt();
    }
}
