package io.plexica.operations.internal.rest;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.operations.internal.OperationJson;
import io.plexica.operations.internal.OperationQuery;
import io.plexica.operations.internal.OperationRow;
import io.plexica.operations.internal.OperationService;
import io.plexica.operations.internal.Viewer;
import io.plexica.operations.internal.Watchers;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.EventNames;
import io.plexica.spi.web.EventStream;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Long work over REST: everybody sees what they may see of it. */
@Component(service = OperationResource.class)
@PlexicaResource
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public final class OperationResource {

    private final OperationService operations;
    private final Watchers watchers;
    private final Tenants tenants;

    @Activate
    public OperationResource(
            @Reference OperationService operations, @Reference Watchers watchers, @Reference Tenants tenants) {
        this.operations = operations;
        this.watchers = watchers;
        this.tenants = tenants;
    }

    /** A page of the operations that the caller may see, the newest first. */
    @GET
    public Page<OperationJson> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("type") @Nullable String type,
            @BeanParam PageQuery paging) {
        return operations
                .list(viewer(), OperationQuery.of(status, type, paging))
                .map(OperationJson::of);
    }

    /** One operation. */
    @GET
    @Path("/{id}")
    public OperationJson get(@PathParam("id") String id) {
        return OperationJson.of(visible(id));
    }

    /** What becomes of an operation, until it has ended or the caller may no longer see it. */
    @GET
    @Path("/{id}/events")
    @Produces("text/event-stream")
    @EventNames({"progress", "finished"})
    public EventStream events(@PathParam("id") String id) {
        return watchers.stream(visible(id));
    }

    private OperationRow visible(String id) {
        return operations.get(id(id), viewer());
    }

    private Viewer viewer() {
        return Viewer.current(tenants.pinned().orElse(null));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw PlexicaException.notFound("There is no operation " + text);
        }
    }
}
