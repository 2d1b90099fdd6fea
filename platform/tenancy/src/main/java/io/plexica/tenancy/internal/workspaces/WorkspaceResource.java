package io.plexica.tenancy.internal.workspaces;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import io.plexica.spi.web.WithinWorkspace;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The workspaces of the caller's tenant. */
@Component(service = WorkspaceResource.class)
@PlexicaResource
@Path("/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@WithinWorkspace
public final class WorkspaceResource {

    private final WorkspaceService service;
    private final WorkspaceRights rights;

    @Activate
    public WorkspaceResource(@Reference WorkspaceService service, @Reference Workspaces workspaces) {
        this.service = service;
        this.rights = new WorkspaceRights(workspaces);
    }

    /** A page of the workspaces that the caller may see. */
    @GET
    public Page<WorkspaceJson> list(@BeanParam PageQuery paging) {
        return service.list(Here.tenant().slug(), rights.onlyThoseOf(), paging).map(WorkspaceJson::of);
    }

    /** Makes a workspace. */
    @POST
    @RequiresPermission(WorkspaceRights.WRITE)
    @Answers(value = WorkspaceJson.class, status = 201)
    public Response create(@Nullable WorkspaceBody body) {
        String tenant = Here.tenant().slug();
        rights.requireWrite(body == null || body.slug() == null ? Map.of() : Map.of("slug", body.slug()));
        WorkspaceRow row = service.create(tenant, body);
        return answer(
                Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/workspaces/" + row.id()),
                row);
    }

    /** One workspace. */
    @GET
    @Path("/{id}")
    @Answers(WorkspaceJson.class)
    public Response get(@PathParam("id") UUID id) {
        String tenant = Here.tenant().slug();
        WorkspaceRow row = service.get(tenant, id);
        rights.requireSight(tenant, row);
        return answer(Response.ok(), row);
    }

    /** Gives a workspace a name, description and settings. */
    @PUT
    @Path("/{id}")
    @Answers(WorkspaceJson.class)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable WorkspaceBody body) {
        String tenant = Here.tenant().slug();
        rights.requireCare(tenant, service.get(tenant, id));
        return answer(Response.ok(), service.replace(tenant, id, body, IfMatch.of(ifMatch)));
    }

    /** Changes name, description or settings. */
    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(WorkspaceJson.class)
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        String tenant = Here.tenant().slug();
        rights.requireCare(tenant, service.get(tenant, id));
        return answer(Response.ok(), service.edit(tenant, id, patch, IfMatch.of(ifMatch)));
    }

    /** Removes a workspace; refused while anything of plugins or teams is in it, unless the caller insists. */
    @DELETE
    @Path("/{id}")
    @RequiresPermission(WorkspaceRights.WRITE)
    public void delete(
            @PathParam("id") UUID id,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String tenant = Here.tenant().slug();
        rights.requireWrite(tenant, service.get(tenant, id));
        service.delete(tenant, id, force, IfMatch.of(ifMatch));
    }

    private static Response answer(Response.ResponseBuilder response, WorkspaceRow row) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(row.version()))
                .entity(WorkspaceJson.of(row))
                .build();
    }
}
