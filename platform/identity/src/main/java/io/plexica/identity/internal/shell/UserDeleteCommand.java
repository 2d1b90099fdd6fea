package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.users.Person;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a user. */
@Service
@Command(scope = "user", name = "delete", description = "Removes a user for good")
public final class UserDeleteCommand extends NamedUserCommand {

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        Person user = user();
        if (!yes) {
            confirm("The user " + user.email() + " will be gone from the platform and the identity server.", "yes");
        }
        users.people().remove(home(), user.id(), IfMatch.ANY);
        print(Map.of("id", user.id(), "status", "DELETED"), "User " + user.email() + " is gone.");
    }
}
