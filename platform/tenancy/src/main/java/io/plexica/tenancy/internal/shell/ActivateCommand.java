package io.plexica.tenancy.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Serves a suspended tenant again. */
@Service
@Command(scope = "tenant", name = "activate", description = "Serves a suspended tenant again")
public final class ActivateCommand extends TenantCommand {

    @Argument(name = "slug", description = "The tenant", required = true)
    @Completion(SlugCompleter.class)
    private String slug;

    @Override
    protected void run() throws Exception {
        print(tenants.activate(slug));
    }
}
