package io.plexica.data.internal.shell;

import io.plexica.data.internal.schema.Rooms;
import io.plexica.shell.PlexicaCommand;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tries again where a migration failed. */
@Service
@Command(
        scope = "migration",
        name = "retry",
        description = "Runs the pending migrations of one tenant now, and lets it in again when they work")
public final class MigrationRetryCommand extends PlexicaCommand {

    @Reference
    private Rooms rooms;

    @Argument(name = "tenant", description = "The tenant's slug", required = true)
    @Completion(FailedTenantCompleter.class)
    private String slug;

    @Override
    protected void run() throws Exception {
        rooms.retry(slug);
        print(Map.of("tenant", slug, "upToDate", true), "The tables of tenant " + slug + " are up to date.");
    }
}
