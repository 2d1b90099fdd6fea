package io.plexica.events.internal.shell;

import io.plexica.events.internal.relay.Lag;
import io.plexica.shell.PlexicaCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows how far events are behind. */
@Service
@Command(scope = "event", name = "lag", description = "Shows how far events are behind")
public final class LagCommand extends PlexicaCommand {

    @Reference
    private Lag lag;

    @Override
    protected void run() throws Exception {
        Lag.Report report = lag.look();
        if (json) {
            printJson(report);
            return;
        }
        out().println(report.waiting() + " events wait in the outbox, the oldest for " + report.oldestSeconds()
                + " s.");
        if (report.carried() == null) {
            out().println("How many are on the way in " + report.transport() + " cannot be told at the moment.");
        } else {
            report.carried()
                    .forEach((plugin, count) ->
                            out().println(report.transport() + " has " + count + " records before " + plugin + "."));
        }
        ShellTable table = new ShellTable().emptyTableText("No plugin is behind");
        table.column("Plugin");
        table.column("On their way").alignRight();
        table.column("Waiting").alignRight();
        table.column("Oldest (s)").alignRight();
        table.column("Dead letters").alignRight();
        report.plugins()
                .forEach(plugin -> table.addRow()
                        .addContent(
                                plugin.plugin(),
                                plugin.sent(),
                                plugin.pending(),
                                plugin.oldestSeconds(),
                                plugin.dead()));
        table.print(out());
    }
}
