package io.plexica.identity.internal.shell;

import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets a user in again. */
@Service
@Command(scope = "user", name = "activate", description = "Lets a user in again")
public final class UserActivateCommand extends NamedUserCommand {

    @Override
    protected void run() throws Exception {
        print(users.people().activate(home(), user().id(), IfMatch.ANY), "may come in.");
    }
}
