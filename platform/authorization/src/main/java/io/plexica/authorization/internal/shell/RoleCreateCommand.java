package io.plexica.authorization.internal.shell;

import io.plexica.authorization.internal.body.Bodies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Makes a role. */
@Service
@Command(scope = "role", name = "create", description = "Makes a role in a tenant")
public final class RoleCreateCommand extends RoleCommand {

    @Argument(index = 1, name = "name", description = "The role's name", required = true)
    private String name;

    @Argument(
            index = 2,
            name = "permissions",
            description = "Keys such as crm:contacts:read or crm:*",
            multiValued = true)
    private @Nullable List<String> permissions;

    @Option(name = "--description", description = "What the role is for")
    private @Nullable String description;

    @Override
    protected void run() throws Exception {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("permissions", permissions == null ? List.of() : permissions);
        if (description != null) {
            body.put("description", description);
        }
        print(roles.create(tenant(), Bodies.tree(body)));
    }
}
