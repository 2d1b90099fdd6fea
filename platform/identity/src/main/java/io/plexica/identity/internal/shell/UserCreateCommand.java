package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.users.NewPerson;
import io.plexica.identity.internal.users.Person;
import io.plexica.identity.internal.users.Profile;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Creates a user. */
@Service
@Command(scope = "user", name = "create", description = "Creates a user, with a password or with an invitation")
public final class UserCreateCommand extends UserCommand {

    @Argument(index = 1, name = "email", description = "The e-mail address to sign in with", required = true)
    private String email;

    @Option(name = "--first-name", description = "The given name")
    private @Nullable String firstName;

    @Option(name = "--last-name", description = "The family name")
    private @Nullable String lastName;

    @Option(name = "--role", description = "A role; may be given several times", multiValued = true)
    private @Nullable List<String> roles;

    @Option(name = "--password", description = "The password; without one an invitation is sent")
    private @Nullable String password;

    @Option(name = "--ask-password", description = "Ask for the password without showing it")
    private boolean ask;

    @Override
    protected void run() throws Exception {
        String secret = ask ? ask("Password: ", true) : password;
        Set<String> names = roles == null ? Set.of() : Set.copyOf(roles);
        NewPerson wanted = NewPerson.checked(new Profile(email, firstName, lastName), secret, names);
        Person person = users.create(tenant(), wanted);
        print(person, secret == null ? "was created and is invited." : "was created.");
    }
}
