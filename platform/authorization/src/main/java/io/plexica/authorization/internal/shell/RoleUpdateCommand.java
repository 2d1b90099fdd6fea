package io.plexica.authorization.internal.shell;

import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.store.Role;
import io.plexica.spi.web.IfMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Changes a role. */
@Service
@Command(scope = "role", name = "update", description = "Changes a role of a tenant")
public final class RoleUpdateCommand extends RoleCommand {

    @Argument(index = 1, name = "role", description = "The role's name", required = true)
    @Completion(RoleCompleter.class)
    private String name;

    @Option(name = "--name", description = "A new name")
    private @Nullable String renamed;

    @Option(name = "--description", description = "What the role is for")
    private @Nullable String description;

    @Option(name = "--add", description = "A key to give to the role; may be repeated", multiValued = true)
    private @Nullable List<String> added;

    @Option(name = "--remove", description = "A key to take from the role; may be repeated", multiValued = true)
    private @Nullable List<String> removed;

    @Override
    protected void run() throws Exception {
        Role role = roles.byName(tenant(), name);
        Set<String> permissions = new TreeSet<>(role.permissions());
        permissions.addAll(added == null ? List.of() : added);
        permissions.removeAll(removed == null ? List.of() : removed);
        Map<String, Object> patch = new HashMap<>();
        patch.put("permissions", permissions);
        if (renamed != null) {
            patch.put("name", renamed);
        }
        if (description != null) {
            patch.put("description", description);
        }
        print(roles.patch(tenant(), role.id(), Bodies.tree(patch), IfMatch.of(IfMatch.tag(role.version()))));
    }
}
