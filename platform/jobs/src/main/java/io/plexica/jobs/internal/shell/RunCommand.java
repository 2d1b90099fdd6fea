package io.plexica.jobs.internal.shell;

import io.plexica.jobs.internal.admin.JobScope;
import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Runs a job now. */
@Service
@Command(scope = "job", name = "run", description = "Runs a job now")
public final class RunCommand extends JobCommand {

    @Override
    protected void run() throws Exception {
        tell(admin.run(JobScope.ALL, id(), IfMatch.ANY), "is due now");
    }
}
