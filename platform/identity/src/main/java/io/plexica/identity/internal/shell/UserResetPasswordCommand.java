package io.plexica.identity.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Sends a user a link to set another password. */
@Service
@Command(scope = "user", name = "reset-password", description = "Sends a user a link to set another password")
public final class UserResetPasswordCommand extends NamedUserCommand {

    @Override
    protected void run() throws Exception {
        print(users.people().sendLink(home(), user().id(), null), "gets a link by mail.");
    }
}
