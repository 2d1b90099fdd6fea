package io.plexica.tenancy.internal.workspaces.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plexica.api.problem.PlexicaException;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.tenancy.internal.shell.SlugCompleter;
import io.plexica.tenancy.internal.workspaces.WorkspaceJson;
import io.plexica.tenancy.internal.workspaces.WorkspaceRow;
import io.plexica.tenancy.internal.workspaces.WorkspaceService;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** What commands about workspaces share: they work in a tenant that they name. */
abstract class WorkspaceCommand extends PlexicaCommand {

    @Reference
    protected WorkspaceService workspaces;

    @Reference
    protected Tenants tenants;

    @Argument(index = 0, name = "tenant", description = "The tenant's slug", required = true)
    @Completion(SlugCompleter.class)
    private String tenant;

    /** The slug of a tenant that exists. */
    final String tenant() {
        return tenants.find(tenant)
                .map(Tenant::slug)
                .orElseThrow(() -> PlexicaException.notFound("There is no tenant " + tenant));
    }

    /** Says what became of a workspace. */
    final void print(WorkspaceRow row, String what) throws JsonProcessingException {
        print(WorkspaceJson.of(row), "Workspace " + row.slug() + " (" + row.name() + ") of " + tenant + " " + what);
    }
}
