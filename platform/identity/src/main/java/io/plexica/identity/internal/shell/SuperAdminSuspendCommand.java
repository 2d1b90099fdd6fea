package io.plexica.identity.internal.shell;

import io.plexica.identity.internal.Home;
import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shuts a super admin out at once. */
@Service
@Command(scope = "super-admin", name = "suspend", description = "Shuts a super admin out at once")
public final class SuperAdminSuspendCommand extends SuperAdminCommand {

    @Argument(index = 0, name = "super-admin", description = "The e-mail address or id", required = true)
    private String name;

    @Override
    protected void run() throws Exception {
        print(people.suspend(Home.PLATFORM, named(name).id(), IfMatch.ANY), "is shut out.");
    }
}
