package io.plexica.data.internal.shell;

import io.plexica.data.internal.schema.Rooms;
import io.plexica.shell.PlexicaCommand;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Brings the tables of all tenants up to date. */
@Service
@Command(
        scope = "migration",
        name = "run",
        description = "Runs the pending migrations of the platform's rooms for all tenants, failed ones too")
public final class MigrationRunCommand extends PlexicaCommand {

    @Reference
    private Rooms rooms;

    @Override
    protected void run() throws Exception {
        boolean complete = rooms.run(json ? sentence -> {} : out()::println);
        print(rooms.status(), complete ? "All tenants are up to date." : "Some tenants failed: see migration:status.");
    }
}
