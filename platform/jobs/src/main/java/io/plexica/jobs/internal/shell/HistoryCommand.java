package io.plexica.jobs.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.admin.RunList;
import io.plexica.jobs.internal.admin.RunView;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Shows the last runs of a job. */
@Service
@Command(scope = "job", name = "history", description = "Shows the last runs of a job")
public final class HistoryCommand extends JobCommand {

    @Reference
    private RunList list;

    @Option(name = "-n", description = "How many, 1 to 200")
    private int count = 20;

    @Option(name = "--status", description = "Only RUNNING, SUCCEEDED, FAILED or CUT_OFF ones")
    private @Nullable String status;

    @Override
    protected void run() throws Exception {
        Named job = named();
        Page<RunView> found = list.list(
                job.tenantSlug(),
                job.pluginId(),
                job.job(),
                status,
                new PageQuery(null, Integer.toString(count), null, null));
        if (found.total() == 0 && status == null) {
            // Of a name that nobody ever used there is more to say than that nothing ran.
            id();
        }
        if (json) {
            printJson(found);
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("It has not run yet");
        table.column("Started");
        table.column("ms").alignRight();
        table.column("Status");
        table.column("Attempt").alignRight();
        table.column("Asked by");
        table.column("Version");
        table.column("Node");
        table.column("Error");
        found.items()
                .forEach(run -> table.addRow()
                        .addContent(
                                run.startedAt(),
                                run.durationMillis() == null ? "" : run.durationMillis(),
                                run.status(),
                                run.attempt(),
                                run.trigger(),
                                run.version() == null ? "" : run.version(),
                                run.node(),
                                run.error() == null ? "" : run.error()));
        table.print(out());
    }
}
