package io.plexica.identity.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.keys.ApiKeyBodies.Shown;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists API keys. */
@Service
@Command(scope = "api-key", name = "list", description = "Lists the API keys of a tenant or of the platform")
public final class ApiKeyListCommand extends ApiKeyCommand {

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in the name")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        Page<Shown> found = keys.list(tenant(), new PageQuery(page, size, null, text));
        if (json) {
            printJson(found);
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("There is no API key");
        table.column("Id");
        table.column("Name");
        table.column("Permissions");
        table.column("Expires");
        table.column("Last used");
        found.items()
                .forEach(key -> table.addRow()
                        .addContent(
                                key.id(),
                                key.name(),
                                String.join(" ", key.permissions()),
                                key.expiresAt() == null ? "never" : key.expiresAt(),
                                key.lastUsedAt() == null ? "never" : key.lastUsedAt()));
        table.print(out());
        if (found.total() > found.items().size()) {
            out().println(found.items().size() + " of " + found.total() + ": use --page for more.");
        }
    }
}
