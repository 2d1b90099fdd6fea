package io.plexica.plugins.internal.shell;

import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes back a plugin version's quarantine, or makes it AVAILABLE again. */
@Service
@Command(
        scope = "plugin",
        name = "release",
        description = "Takes back a plugin version's quarantine, or makes it AVAILABLE again")
public final class ReleaseCommand extends VersionCommand {

    @Override
    protected void run() throws Exception {
        print(lifecycle.release(ref(), IfMatch.ANY));
    }
}
