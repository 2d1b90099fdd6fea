package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.Person;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a super admin. */
@Service
@Command(scope = "super-admin", name = "delete", description = "Removes a super admin for good; never the last one")
public final class SuperAdminDeleteCommand extends SuperAdminCommand {

    @Argument(index = 0, name = "super-admin", description = "The e-mail address or id", required = true)
    private String name;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        Person person = named(name);
        if (!yes) {
            confirm("The super admin " + person.email() + " will be gone for good.", "yes");
        }
        people.remove(Home.PLATFORM, person.id(), IfMatch.ANY);
        print(Map.of("id", person.id(), "status", "DELETED"), "Super admin " + person.email() + " is gone.");
    }
}
