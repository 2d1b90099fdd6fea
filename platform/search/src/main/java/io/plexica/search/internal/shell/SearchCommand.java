package io.plexica.search.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about the indexes of tenants. */
abstract class SearchCommand extends PlexicaCommand {

    @Reference
    private Tenants tenants;

    /** A tenant by its slug. */
    protected final Tenant tenant(String slug) {
        return tenants.find(slug).orElseThrow(() -> PlexicaException.notFound("There is no tenant " + slug));
    }
}
