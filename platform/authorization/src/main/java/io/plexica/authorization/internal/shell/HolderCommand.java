package io.plexica.authorization.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.check.Explanations;
import io.plexica.spi.authorization.Authorization;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command that changes which roles somebody holds. */
abstract class HolderCommand extends RoleCommand {

    @Reference
    protected Authorization authorization;

    @Reference
    protected Explanations people;

    @Argument(index = 1, name = "role", description = "The role's name", required = true)
    @Completion(RoleCompleter.class)
    private String name;

    @Argument(index = 2, name = "user", description = "The user's e-mail address or id", required = true)
    private String user;

    /** Gives or takes the role. */
    abstract void change(Set<String> held, String role);

    @Override
    protected void run() throws Exception {
        String tenant = tenant();
        String role = roles.byName(tenant, name).name();
        UUID id = people.find(tenant, user)
                .orElseThrow(() -> PlexicaException.notFound("There is no user " + user + " in " + tenant));
        Set<String> held =
                new TreeSet<>(authorization.rolesOf(tenant, Set.of(id)).getOrDefault(id, Set.of()));
        change(held, role);
        authorization.assignRoles(tenant, id, held);
        print(Map.of("user", id, "roles", held), user + " holds: " + String.join(", ", held));
    }
}
