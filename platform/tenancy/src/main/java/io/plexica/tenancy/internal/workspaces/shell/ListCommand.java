package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.tenancy.internal.workspaces.WorkspaceJson;
import io.plexica.tenancy.internal.workspaces.WorkspaceRow;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists a tenant's workspaces. */
@Service
@Command(scope = "workspace", name = "list", description = "Lists the workspaces of a tenant")
public final class ListCommand extends WorkspaceCommand {

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in slug or name")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        Page<WorkspaceRow> found = workspaces.list(tenant(), null, new PageQuery(page, size, null, text));
        if (json) {
            printJson(found.map(WorkspaceJson::of));
            return;
        }
        printTable(
                found,
                "There is no workspace",
                List.of("Slug", "Name", "Default", "Created", "Id"),
                row -> cells(row.slug(), row.name(), row.isDefault() ? "yes" : "", row.createdAt(), row.id()));
    }
}
