package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.keys.ApiKeyBodies.Draft;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Makes an API key. */
@Service
@Command(scope = "api-key", name = "create", description = "Makes an API key and shows it once")
public final class ApiKeyCreateCommand extends ApiKeyCommand {

    @Argument(index = 0, name = "name", description = "What people call it", required = true)
    private String name;

    @Argument(
            index = 1,
            name = "permissions",
            description = "What it may do, such as crm:contacts:read or crm:contacts:*",
            required = true,
            multiValued = true)
    private List<String> permissions;

    @Option(name = "--expires", description = "From when it is dead, such as 2030-01-31T12:00:00Z; never if left out")
    private @Nullable String expires;

    @Override
    protected void run() throws Exception {
        show(keys.create(tenant(), new Draft(name, List.copyOf(permissions), expiry())));
    }

    private @Nullable Instant expiry() {
        try {
            return expires == null ? null : Instant.parse(expires);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + expires + "' is no moment such as 2030-01-31T12:00:00Z", e);
        }
    }
}
