package io.plexica.events.internal.shell;

import io.plexica.api.problem.PlexicaException;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenants;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;

/** A command about the events of one tenant, or of all. */
abstract class EventCommand extends PlexicaCommand {

    @Reference
    protected Tenants tenants;

    /** The tenant that was named, if any was; one that there is not is none that has nothing to show. */
    protected final @Nullable String known(@Nullable String slug) {
        if (slug != null && tenants.find(slug).isEmpty()) {
            throw PlexicaException.notFound("There is no tenant " + slug);
        }
        return slug;
    }

    /** The same; a deployment of one tenant touches what is of no other. */
    protected final @Nullable String served(@Nullable String slug) {
        String only = tenants.pinned().orElse(null);
        if (only != null && slug != null && !only.equals(slug)) {
            throw new IllegalArgumentException("Only " + only + " is served here");
        }
        return only == null ? known(slug) : only;
    }
}
