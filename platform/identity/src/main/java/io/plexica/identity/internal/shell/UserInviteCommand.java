package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.users.NewPerson;
import io.plexica.identity.internal.users.Profile;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Invites a user. */
@Service
@Command(
        scope = "user",
        name = "invite",
        description = "Invites somebody; who has not accepted gets another invitation")
public final class UserInviteCommand extends UserCommand {

    @Argument(index = 1, name = "email", description = "The e-mail address to sign in with", required = true)
    private String email;

    @Option(name = "--role", description = "A role; may be given several times", multiValued = true)
    private @Nullable List<String> roles;

    @Override
    protected void run() throws Exception {
        Set<String> names = roles == null ? Set.of() : Set.copyOf(roles);
        NewPerson wanted = NewPerson.checked(new Profile(email, null, null), null, names);
        print(users.invite(tenant(), wanted, roles != null, null), "is invited.");
    }
}
