package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.tenancy.internal.workspaces.WorkspaceJson;
import io.plexica.tenancy.internal.workspaces.WorkspaceRow;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows one workspace. */
@Service
@Command(scope = "workspace", name = "info", description = "Shows a workspace of a tenant")
public final class InfoCommand extends NamedWorkspaceCommand {

    @Override
    protected void run() throws Exception {
        WorkspaceRow row = workspace();
        if (json) {
            printJson(WorkspaceJson.of(row));
            return;
        }
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        table.addRow().addContent("Slug", row.slug());
        table.addRow().addContent("Name", row.name());
        table.addRow().addContent("Description", row.description() == null ? "" : row.description());
        table.addRow().addContent("Settings", row.settings());
        table.addRow().addContent("Default", row.isDefault() ? "yes" : "no");
        table.addRow().addContent("Created", row.createdAt());
        table.addRow().addContent("Changed", row.updatedAt());
        table.addRow().addContent("Id", row.id());
        table.print(out());
    }
}
