package io.plexica.authorization.internal.shell;

import io.plexica.authorization.internal.roles.RoleView;
import io.plexica.authorization.internal.store.Role;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows one role. */
@Service
@Command(scope = "role", name = "show", description = "Shows a role of a tenant")
public final class RoleShowCommand extends RoleCommand {

    @Argument(index = 1, name = "role", description = "The role's name", required = true)
    @Completion(RoleCompleter.class)
    private String name;

    @Override
    protected void run() throws Exception {
        Role role = roles.byName(tenant(), name);
        if (json) {
            printJson(RoleView.of(role));
            return;
        }
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        table.addRow().addContent("Name", role.name());
        table.addRow().addContent("Id", role.id());
        table.addRow().addContent("Description", role.description() == null ? "" : role.description());
        table.addRow().addContent("System", role.system() ? "yes" : "no");
        role.permissions().forEach(key -> table.addRow().addContent("Permission", key));
        table.addRow().addContent("Created", role.createdAt());
        table.addRow().addContent("Changed", role.updatedAt());
        table.print(out());
    }
}
