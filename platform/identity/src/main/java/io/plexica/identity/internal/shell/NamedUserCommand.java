package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.users.Person;
import org.apache.karaf.shell.api.action.Argument;

/** What commands about one user share. */
abstract class NamedUserCommand extends UserCommand {

    @Argument(index = 1, name = "user", description = "The user's e-mail address or id", required = true)
    private String user;

    final Person user() {
        return users.named(tenant(), user);
    }
}
