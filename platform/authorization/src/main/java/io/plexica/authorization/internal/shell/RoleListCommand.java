package io.plexica.authorization.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.roles.RoleView;
import io.plexica.authorization.internal.store.Role;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
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
        printTable(
                found,
                "There is no such role",
                List.of("Name", "System", "Permissions", "Description"),
                role -> cells(
                        role.name(),
                        role.system() ? "yes" : "",
                        String.join(" ", role.permissions()),
                        role.description() == null ? "" : role.description()));
    }
}
