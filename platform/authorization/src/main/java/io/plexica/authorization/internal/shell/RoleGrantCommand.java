package io.plexica.authorization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives somebody a role. */
@Service
@Command(scope = "role", name = "grant", description = "Gives a user of a tenant a role")
public final class RoleGrantCommand extends HolderCommand {

    @Override
    void change(Set<String> held, String role) {
        held.add(role);
    }
}
