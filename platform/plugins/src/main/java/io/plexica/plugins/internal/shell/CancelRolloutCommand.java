package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.rollout.Cancellation;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.shell.PlexicaCommand;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ends the rollout of a plugin before its next tenant. */
@Service
@Command(
        scope = "plugin",
        name = "cancel-rollout",
        description = "Ends the rollout of a plugin before its next tenant; those that were moved go back")
public final class CancelRolloutCommand extends PlexicaCommand {

    @Reference
    private Rollouts rollouts;

    @Argument(name = "plugin", description = "The plugin's id", required = true)
    @Completion(PluginCompleter.class)
    private String id;

    @Option(name = "--keep", description = "The tenants that were moved stay on the version")
    private boolean keep;

    @Override
    protected void run() throws Exception {
        Cancellation said = rollouts.cancel(id, keep);
        print(
                said,
                "The rollout of " + said.plugin() + " " + said.version() + " ends before its next tenant; those that"
                        + " were moved " + (said.keep() ? "stay." : "go back."));
    }
}
