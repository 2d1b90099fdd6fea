package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.rollout.RolloutMove;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.shell.PlexicaCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Lists the tenants that rollouts of a plugin have moved and that are still watched. */
@Service
@Command(
        scope = "plugin",
        name = "rollouts",
        description = "Lists the tenants that rollouts of a plugin have moved and that are still watched")
public final class RolloutsCommand extends PlexicaCommand {

    @Reference
    private Rollouts rollouts;

    @Argument(index = 0, name = "plugin", description = "The plugin's id", required = true)
    @Completion(PluginCompleter.class)
    private String id;

    @Override
    protected void run() throws Exception {
        List<RolloutMove> watched = rollouts.watched(id);
        if (json) {
            printJson(watched);
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("No tenant is watched");
        List.of("Tenant", "From", "To", "Moved", "Watched until", "Goes back since", "Not yet since")
                .forEach(table::column);
        watched.forEach(move -> table.addRow()
                .addContent(
                        move.tenant(),
                        move.from(),
                        move.to(),
                        move.movedAt(),
                        move.until(),
                        move.backReason() == null ? "" : move.backReason(),
                        move.backFailure() == null ? "" : move.backFailure()));
        table.print(out());
    }
}
