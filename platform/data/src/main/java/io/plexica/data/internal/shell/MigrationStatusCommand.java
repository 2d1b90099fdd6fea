package io.plexica.data.internal.shell;

import io.plexica.data.internal.schema.MigrationStatus;
import io.plexica.data.internal.schema.MigrationStatus.Failure;
import io.plexica.data.internal.schema.MigrationStatus.Part;
import io.plexica.data.internal.schema.Rooms;
import io.plexica.shell.PlexicaCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows how far the tables of all tenants are. */
@Service
@Command(scope = "migration", name = "status", description = "Shows how far the tables of all tenants are")
public final class MigrationStatusCommand extends PlexicaCommand {

    @Reference
    private Rooms rooms;

    @Override
    protected void run() throws Exception {
        MigrationStatus status = rooms.status();
        if (json) {
            printJson(status);
            return;
        }
        printParts(status);
        if (status.parts().stream().anyMatch(part -> !part.failures().isEmpty())) {
            out().println();
            printFailures(status);
            out().println();
            out().println(
                            "A failed tenant is out of service when a room's tables failed (migration:retry <tenant> tries"
                                    + " again), and on its version before when a plugin's did (plugin:upgrade tries again).");
        }
    }

    private void printParts(MigrationStatus status) {
        ShellTable table = new ShellTable().emptyTableText("There are no tenants' tables yet");
        table.column("Kind");
        table.column("Name");
        table.column("Tenants");
        table.column("Done");
        table.column("Failed");
        table.column("Waiting");
        for (Part part : status.parts()) {
            table.addRow()
                    .addContent(
                            part.kind(),
                            part.name(),
                            part.tenants(),
                            part.done(),
                            part.failures().size(),
                            part.waiting());
        }
        table.print(out());
    }

    private void printFailures(MigrationStatus status) {
        ShellTable table = new ShellTable();
        table.column("Failed tenant");
        table.column("In");
        table.column("Since");
        table.column("Tries");
        table.column("Reason");
        for (Part part : status.parts()) {
            for (Failure failure : part.failures()) {
                table.addRow()
                        .addContent(
                                failure.tenant(),
                                part.kind() + " " + part.name(),
                                failure.since(),
                                failure.attempts(),
                                failure.reason());
            }
        }
        table.print(out());
    }
}
