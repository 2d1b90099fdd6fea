package io.plexica.search.internal.rest;

import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.search.internal.build.IndexAdministration;
import io.plexica.search.internal.build.IndexAdministration.IndexView;
import io.plexica.search.internal.build.IndexBuilds;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.Preference;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The indexes of the caller's tenant. */
@Component(service = IndexResource.class)
@PlexicaResource
@Path("/search/indexes")
@Produces(MediaType.APPLICATION_JSON)
public final class IndexResource {

    private final IndexAdministration desk;

    /** Shows what this knows. */
    @Activate
    public IndexResource(@Reference IndexAdministration desk) {
        this.desk = desk;
    }

    /** A page of them, by their plugins. */
    @GET
    @RequiresPermission("core:search:read")
    public Page<IndexView> list(@BeanParam PageQuery paging) {
        return desk.list(Here.tenant(), paging);
    }

    /** Makes one anew; with {@code Prefer: respond-async} while the caller goes on. */
    @POST
    @Path("/{plugin}/reindex")
    @RequiresPermission("core:search:write")
    @Answers(IndexBuilds.Report.class)
    public Response reindex(@PathParam("plugin") String plugin, @HeaderParam("Prefer") @Nullable String preference) {
        if (!Preference.isAsynchronous(preference)) {
            return Response.ok(desk.reindex(Here.tenant(), plugin)).build();
        }
        Operation operation = desk.begin(Here.tenant(), plugin);
        return Response.accepted(operation.summary())
                .header(HttpHeaders.LOCATION, operation.location())
                .header("Preference-Applied", "respond-async")
                .build();
    }
}
