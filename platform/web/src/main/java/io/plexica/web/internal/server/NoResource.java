package io.plexica.web.internal.server;

import io.plexica.api.security.Authenticated;
import javax.ws.rs.GET;
import javax.ws.rs.Path;

/** Stands in for the resources of a plugin that has none, since a server needs one. No path leads to it. */
@Path("/")
public final class NoResource {

    /** Never called: nothing matches its path. */
    @GET
    @Path("{never: (?!)}")
    @Authenticated
    public void never() {}
}
