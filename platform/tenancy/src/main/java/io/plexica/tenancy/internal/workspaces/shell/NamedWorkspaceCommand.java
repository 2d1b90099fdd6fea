package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.tenancy.internal.workspaces.WorkspaceRow;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

/** What commands about one workspace share. */
abstract class NamedWorkspaceCommand extends WorkspaceCommand {

    @Argument(index = 1, name = "workspace", description = "The workspace's slug", required = true)
    @Completion(WorkspaceCompleter.class)
    private String workspace;

    /** The workspace that is named. */
    final WorkspaceRow workspace() {
        return workspaces.get(tenant(), workspace);
    }
}
