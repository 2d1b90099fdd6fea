package io.plexica.jobs.internal.shell;

import io.plexica.jobs.internal.admin.JobAdmin;
import io.plexica.jobs.internal.admin.JobView;
import io.plexica.shell.PlexicaCommand;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about one job. */
abstract class JobCommand extends PlexicaCommand {

    @Reference
    protected JobAdmin admin;

    @Argument(index = 0, name = "tenant", description = "The tenant, by its slug", required = true)
    @Completion(TenantCompleter.class)
    protected String tenant = "";

    @Argument(index = 1, name = "plugin", description = "The plugin, by its id", required = true)
    protected String plugin = "";

    @Argument(index = 2, name = "job", description = "The job, by its name", required = true)
    protected String job = "";

    /** The job's id. */
    protected final UUID id() {
        return admin.id(tenant, plugin, job);
    }

    /** What is printed of it now. */
    protected final void tell(JobView changed, String what) throws Exception {
        print(changed, "The job " + job + " of " + plugin + " in " + tenant + " " + what + ".");
    }
}
