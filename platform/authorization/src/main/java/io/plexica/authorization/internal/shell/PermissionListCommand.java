package io.plexica.authorization.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.store.PermissionRow;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the permissions that a tenant knows. */
@Service
@Command(scope = "permission", name = "list", description = "Lists the permissions that a tenant knows")
public final class PermissionListCommand extends RoleCommand {

    @Option(name = "--source", description = "Only those of the platform, core, or of one plugin")
    private @Nullable String source;

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in key, name or description")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        Page<PermissionRow> found = roles.permissions(tenant(), source, new PageQuery(page, size, null, text));
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found,
                "There is no such permission",
                List.of("Key", "Name", "Source", "Irreversible"),
                row -> cells(row.key(), row.name(), row.source(), row.irreversible() ? "yes" : ""));
    }
}
