package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.tenancy.internal.workspaces.WorkspaceBody;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Makes a workspace. */
@Service
@Command(scope = "workspace", name = "create", description = "Makes a workspace in a tenant")
public final class CreateCommand extends WorkspaceCommand {

    @Argument(index = 1, name = "workspace", description = "Its slug, such as sales", required = true)
    private String slug;

    @Option(name = "--name", description = "The name people see; its slug unless given")
    private @Nullable String name;

    @Option(name = "--description", description = "What it is for")
    private @Nullable String description;

    @Override
    protected void run() throws Exception {
        WorkspaceBody wanted = new WorkspaceBody(name == null ? slug : name, slug, description, null);
        print(workspaces.create(tenant(), wanted), "is there.");
    }
}
