package io.plexica.authorization.internal.shell;

import io.plexica.authorization.internal.store.Role;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Deletes a role. */
@Service
@Command(scope = "role", name = "delete", description = "Deletes a role that nobody holds")
public final class RoleDeleteCommand extends RoleCommand {

    @Argument(index = 1, name = "role", description = "The role's name", required = true)
    @Completion(RoleCompleter.class)
    private String name;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        Role role = roles.byName(tenant(), name);
        if (!yes) {
            confirm("Delete the role " + role.name() + " of " + tenant() + "?", "yes");
        }
        roles.delete(tenant(), role.id(), IfMatch.of(IfMatch.tag(role.version())));
        print(Map.of("deleted", role.id()), "Role " + role.name() + " is gone.");
    }
}
