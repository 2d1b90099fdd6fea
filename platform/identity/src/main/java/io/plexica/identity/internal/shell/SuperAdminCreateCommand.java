package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.NewPerson;
import io.plexica.identity.internal.users.Person;
import io.plexica.identity.internal.users.PersonCreation;
import io.plexica.identity.internal.users.Profile;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Creates a super admin. */
@Service
@Command(
        scope = "super-admin",
        name = "create",
        description = "Creates a super admin, with a password or an invitation")
public final class SuperAdminCreateCommand extends SuperAdminCommand {

    @Reference
    private PersonCreation creation;

    @Argument(index = 0, name = "email", description = "The e-mail address to sign in with", required = true)
    private String email;

    @Option(name = "--first-name", description = "The given name")
    private @Nullable String firstName;

    @Option(name = "--last-name", description = "The family name")
    private @Nullable String lastName;

    @Option(name = "--password", description = "The password; without one an invitation is sent")
    private @Nullable String password;

    @Option(name = "--ask-password", description = "Ask for the password without showing it")
    private boolean ask;

    @Override
    protected void run() throws Exception {
        String secret = ask ? ask("Password: ", true) : password;
        NewPerson wanted = NewPerson.checked(new Profile(email, firstName, lastName), secret, Set.of());
        Person person = creation.create(Home.PLATFORM, wanted, created -> {});
        print(person, secret == null ? "was created and is invited." : "was created.");
    }
}
