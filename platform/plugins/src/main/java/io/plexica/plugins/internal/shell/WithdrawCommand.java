package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.publish.Withdrawal;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.plugins.PluginRef;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes a plugin version off the platform; refused while a tenant uses it. */
@Service
@Command(
        scope = "plugin",
        name = "withdraw",
        description = "Takes a plugin version off the platform; refused while a tenant uses it")
public final class WithdrawCommand extends PlexicaCommand {

    @Reference
    private Withdrawal withdrawal;

    @Argument(index = 0, name = "plugin", description = "The plugin's id", required = true)
    @Completion(PluginCompleter.class)
    private String id;

    @Argument(index = 1, name = "version", description = "The version", required = true)
    @Completion(VersionCompleter.class)
    private String version;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        if (!yes) {
            confirm("This takes " + id + " " + version + " off the platform.", "yes");
        }
        withdrawal.byHand(new PluginRef(id, version));
        print(Map.of("id", id, "version", version, "status", "WITHDRAWN"), id + " " + version + " is withdrawn.");
    }
}
