package io.plexica.authorization.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.roles.RoleView;
import io.plexica.authorization.internal.store.Role;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists the roles of a tenant. */
@Service
@Command(scope = "role", name = "list", description = "Lists the roles of a tenant")
public final class RoleListCommand extends RoleCommand {

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in name or description")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        Page<Role> found = roles.list(tenant(), new PageQuery(page, size, null, text));
        if (json) {
            printJson(found.map(RoleView::of));
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("There is no such role");
        table.column("Name");
        table.column("System");
        table.column("Permissions");
        table.column("Description");
        found.items()
                .forEach(role -> table.addRow()
                        .addContent(
                                role.name(),
                                role.system() ? "yes" : "",
                                String.join(" ", role.permissions()),
                                role.description() == null ? "" : role.description()));
        table.print(out());
        if (found.total() > found.items().size()) {
            out().println(found.items().size() + " of " + found.total() + ": use --page for more.");
        }
    }
}
