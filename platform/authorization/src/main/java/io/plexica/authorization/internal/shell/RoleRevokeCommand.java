package io.plexica.authorization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes a role from somebody. */
@Service
@Command(scope = "role", name = "revoke", description = "Takes a role from a user of a tenant")
public final class RoleRevokeCommand extends HolderCommand {

    @Override
    void change(Set<String> held, String role) {
        held.remove(role);
    }
}
