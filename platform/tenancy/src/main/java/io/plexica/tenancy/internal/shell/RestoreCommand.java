package io.plexica.tenancy.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes back a soft deletion. */
@Service
@Command(scope = "tenant", name = "restore", description = "Takes back a soft deletion")
public final class RestoreCommand extends TenantCommand {

    @Argument(name = "slug", description = "The tenant", required = true)
    @Completion(SlugCompleter.class)
    private String slug;

    @Override
    protected void run() throws Exception {
        print(tenants.restore(slug));
    }
}
