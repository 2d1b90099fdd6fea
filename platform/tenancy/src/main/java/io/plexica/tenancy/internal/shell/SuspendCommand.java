package io.plexica.tenancy.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops serving a tenant at once. */
@Service
@Command(scope = "tenant", name = "suspend", description = "Stops serving a tenant at once")
public final class SuspendCommand extends TenantCommand {

    @Argument(name = "slug", description = "The tenant", required = true)
    @Completion(SlugCompleter.class)
    private String slug;

    @Override
    protected void run() throws Exception {
        print(tenants.suspend(slug));
    }
}
