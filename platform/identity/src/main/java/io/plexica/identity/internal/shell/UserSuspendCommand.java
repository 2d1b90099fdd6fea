package io.plexica.identity.internal.shell;

import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shuts a user out at once. */
@Service
@Command(scope = "user", name = "suspend", description = "Shuts a user out at once")
public final class UserSuspendCommand extends NamedUserCommand {

    @Override
    protected void run() throws Exception {
        print(users.people().suspend(home(), user().id(), IfMatch.ANY), "is shut out.");
    }
}
