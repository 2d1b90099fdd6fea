package io.plexica.authorization.internal.shell;

import io.plexica.authorization.internal.roles.RoleView;
import io.plexica.authorization.internal.roles.Roles;
import io.plexica.authorization.internal.store.Role;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about roles. */
abstract class RoleCommand extends TenantCommand {

    @Reference
    protected Roles roles;

    /** Says what became of a role. */
    protected final void print(Role role) throws Exception {
        print(
                RoleView.of(role),
                "Role " + role.name() + " of " + tenant() + ": " + String.join(", ", role.permissions()));
    }
}
