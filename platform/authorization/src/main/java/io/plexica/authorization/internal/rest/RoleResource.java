package io.plexica.authorization.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.authorization.internal.roles.RoleView;
import io.plexica.authorization.internal.roles.Roles;
import io.plexica.authorization.internal.store.Role;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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

/** The roles of the caller's tenant. */
@Component(service = RoleResource.class)
@PlexicaResource
@Path("/roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission("core:roles:write")
public final class RoleResource {

    private final Roles roles;

    @Activate
    public RoleResource(@Reference Roles roles) {
        this.roles = roles;
    }

    /** A page of the roles. */
    @GET
    @RequiresPermission("core:roles:read")
    public Page<RoleView> list(@BeanParam PageQuery paging) {
        return roles.list(Here.tenant().slug(), paging).map(RoleView::of);
    }

    /** Makes a role. */
    @POST
    @Answers(value = RoleView.class, status = 201)
    public Response create(@Nullable JsonNode body) {
        Role role = roles.create(Here.tenant().slug(), body);
        return answer(
                Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/roles/" + role.id()),
                role);
    }

    /** One role. */
    @GET
    @Path("/{id}")
    @RequiresPermission("core:roles:read")
    @Answers(RoleView.class)
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), roles.get(Here.tenant().slug(), Paths.id(id)));
    }

    /** Replaces a role. */
    @PUT
    @Path("/{id}")
    @Answers(RoleView.class)
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return answer(Response.ok(), roles.replace(Here.tenant().slug(), Paths.id(id), body, IfMatch.of(ifMatch)));
    }

    /** Changes parts of a role. */
    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(RoleView.class)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(Response.ok(), roles.patch(Here.tenant().slug(), Paths.id(id), patch, IfMatch.of(ifMatch)));
    }

    /** Deletes a role that nobody holds. */
    @DELETE
    @Path("/{id}")
    @Answers(value = void.class, status = 204)
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        roles.delete(Here.tenant().slug(), Paths.id(id), IfMatch.of(ifMatch));
        return Response.noContent().build();
    }

    private static Response answer(Response.ResponseBuilder response, Role role) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(role.version()))
                .entity(RoleView.of(role))
                .build();
    }
}
