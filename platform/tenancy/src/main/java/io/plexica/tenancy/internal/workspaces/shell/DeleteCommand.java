package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.workspaces.WorkspaceRow;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a workspace. */
@Service
@Command(scope = "workspace", name = "delete", description = "Removes a workspace with its members")
public final class DeleteCommand extends NamedWorkspaceCommand {

    @Option(name = "--force", description = "Also with all that plugins and teams have in it")
    private boolean force;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        WorkspaceRow row = workspace();
        if (!yes) {
            confirm("This removes the workspace " + row.slug() + (force ? " and ALL data in it." : "."), row.slug());
        }
        workspaces.delete(tenant(), row.id(), force, IfMatch.ANY);
        print(row, "is gone.");
    }
}
