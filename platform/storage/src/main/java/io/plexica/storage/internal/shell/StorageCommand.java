package io.plexica.storage.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about the objects of one tenant. */
abstract class StorageCommand extends PlexicaCommand {

    @Reference
    private Tenants tenants;

    @Argument(index = 0, name = "tenant", description = "The tenant's slug", required = true)
    private String slug;

    /** The tenant that was named. */
    protected final Tenant tenant() {
        return tenants.find(slug).orElseThrow(() -> PlexicaException.notFound("There is no tenant " + slug));
    }
}
