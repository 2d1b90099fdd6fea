package io.plexica.jobs.internal.shell;

import io.plexica.jobs.internal.admin.JobScope;
import io.plexica.jobs.internal.admin.JobView;
import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes a job due again at its times. */
@Service
@Command(scope = "job", name = "resume", description = "Makes a job due again at its times")
public final class ResumeCommand extends JobCommand {

    @Override
    protected void run() throws Exception {
        JobView changed = admin.resume(JobScope.ALL, id(), IfMatch.ANY);
        tell(changed, "is " + changed.status() + (changed.nextRunAt() == null ? "" : " for " + changed.nextRunAt()));
    }
}
