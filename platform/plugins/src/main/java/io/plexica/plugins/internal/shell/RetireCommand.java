package io.plexica.plugins.internal.shell;

import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives a plugin version to nobody any more; those who have it keep it. */
@Service
@Command(
        scope = "plugin",
        name = "retire",
        description = "Gives a plugin version to nobody any more; those who have it keep it")
public final class RetireCommand extends VersionCommand {

    @Override
    protected void run() throws Exception {
        print(lifecycle.retire(ref(), IfMatch.ANY));
    }
}
