package io.plexica.plugins.internal.shell;

import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Stops a plugin version for all tenants. */
@Service
@Command(scope = "plugin", name = "quarantine", description = "Stops a plugin version for all tenants")
public final class QuarantineCommand extends VersionCommand {

    @Option(name = "--reason", description = "A sentence, shown to whoever calls it")
    private @Nullable String reason;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        if (!yes) {
            confirm("This stops " + id + " " + version + " for all tenants.", "yes");
        }
        print(lifecycle.quarantine(ref(), reason, IfMatch.ANY));
    }
}
