package io.plexica.jobs.internal.shell;

import io.plexica.jobs.internal.admin.JobScope;
import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes a job wait until it is resumed. */
@Service
@Command(scope = "job", name = "pause", description = "Makes a job wait until it is resumed")
public final class PauseCommand extends JobCommand {

    @Override
    protected void run() throws Exception {
        tell(admin.pause(JobScope.ALL, id(), IfMatch.ANY), "waits until it is resumed");
    }
}
