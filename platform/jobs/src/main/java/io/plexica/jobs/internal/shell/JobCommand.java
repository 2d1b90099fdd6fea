package io.plexica.jobs.internal.shell;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.jobs.internal.admin.JobAdmin;
import io.plexica.jobs.internal.admin.JobView;
import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.jobs.PlatformJob;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;

/** A command about one job. */
abstract class JobCommand extends PlexicaCommand {

    @Reference
    protected JobAdmin admin;

    @Argument(
            index = 0,
            name = "tenant",
            description = "The tenant, by its slug; or alone, a job of the platform itself, by its name",
            required = true)
    @Completion(JobOwnerCompleter.class)
    private String tenant = "";

    @Argument(index = 1, name = "plugin", description = "The plugin, by its id")
    private @Nullable String plugin;

    @Argument(index = 2, name = "job", description = "The job, by its name")
    private @Nullable String job;

    /** The id of the job with a schedule that was named. */
    protected final UUID id() {
        Named named = named();
        return admin.id(named.tenantSlug(), named.pluginId(), named.job());
    }

    /** What was named. */
    protected final Named named() {
        if (plugin == null) {
            return new Named(PlatformJobs.NO_TENANT, PlatformJob.OWNER, tenant);
        }
        if (job == null) {
            throw PlexicaException.validation(new FieldError(
                    "/job", "is missing: name tenant, plugin and job, or a job of the platform itself alone"));
        }
        return new Named(tenant, plugin, job);
    }

    /** What is printed of it now. */
    protected final void tell(JobView changed, String what) throws Exception {
        String whose = changed.tenant() == null ? "the platform" : changed.plugin() + " in " + changed.tenant();
        print(changed, "The job " + changed.name() + " of " + whose + " " + what + ".");
    }

    /** A job by its names; the tenant is empty for the platform itself. */
    protected record Named(String tenantSlug, String pluginId, String job) {}
}
