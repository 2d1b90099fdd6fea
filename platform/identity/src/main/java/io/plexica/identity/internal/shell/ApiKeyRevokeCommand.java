package io.plexica.identity.internal.shell;

import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ends an API key. */
@Service
@Command(scope = "api-key", name = "revoke", description = "Ends an API key for good")
public final class ApiKeyRevokeCommand extends ApiKeyCommand {

    @Argument(name = "id", description = "The key's id", required = true)
    private String id;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        if (!yes) {
            confirm("Whoever uses this API key will be refused from now on.", "yes");
        }
        keys.revoke(tenant(), id(id), IfMatch.ANY);
        print(Map.of("id", id, "status", "REVOKED"), "API key " + id + " is dead.");
    }
}
