package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.Home;
import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets a super admin in again. */
@Service
@Command(scope = "super-admin", name = "activate", description = "Lets a super admin in again")
public final class SuperAdminActivateCommand extends SuperAdminCommand {

    @Argument(index = 0, name = "super-admin", description = "The e-mail address or id", required = true)
    private String name;

    @Override
    protected void run() throws Exception {
        print(people.activate(Home.PLATFORM, named(name).id(), IfMatch.ANY), "may come in.");
    }
}
