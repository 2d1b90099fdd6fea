package io.plexica.identity.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.keys.ApiKeyBodies.Shown;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
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
        printTable(
                found,
                "There is no API key",
                List.of("Id", "Name", "Permissions", "Expires", "Last used"),
                key -> cells(
                        key.id(),
                        key.name(),
                        String.join(" ", key.permissions()),
                        key.expiresAt() == null ? "never" : key.expiresAt(),
                        key.lastUsedAt() == null ? "never" : key.lastUsedAt()));
    }
}
