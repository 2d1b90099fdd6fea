package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.users.Person;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows or sets the roles of a user. */
@Service
@Command(scope = "user", name = "roles", description = "Shows the roles of a user, or gives exactly these")
public final class UserRolesCommand extends NamedUserCommand {

    @Option(
            name = "--set",
            description = "A role that the user shall hold; may be given several times",
            multiValued = true)
    private @Nullable List<String> wanted;

    @Option(name = "--none", description = "Takes all roles away")
    private boolean none;

    @Override
    protected void run() throws Exception {
        Person user = user();
        if (none || wanted != null) {
            Set<String> roles = none || wanted == null ? Set.of() : Set.copyOf(wanted);
            users.people().assignRoles(tenant(), user.id(), IfMatch.ANY, roles);
        }
        List<String> roles = users.roles(tenant(), user.id());
        print(
                Map.of("id", user.id(), "roles", roles),
                roles.isEmpty()
                        ? "User " + user.email() + " holds no role."
                        : "User " + user.email() + " holds " + String.join(", ", roles) + ".");
    }
}
