package io.plexica.identity.internal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.rest.UserView;
import io.plexica.identity.internal.users.People;
import io.plexica.identity.internal.users.Person;
import io.plexica.shell.PlexicaCommand;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What commands about super admins share. */
abstract class SuperAdminCommand extends PlexicaCommand {

    @Reference
    protected People people;

    final Person named(String name) {
        return people.named(Home.PLATFORM, name);
    }

    /** Says what became of one. */
    final void print(Person person, String what) throws JsonProcessingException {
        print(UserView.of(person, null), "Super admin " + person.email() + " " + what);
    }
}
