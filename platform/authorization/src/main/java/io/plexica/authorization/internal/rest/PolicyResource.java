package io.plexica.authorization.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.authorization.internal.policies.Author;
import io.plexica.authorization.internal.policies.PolicyService;
import io.plexica.authorization.internal.policies.PolicyView;
import io.plexica.authorization.internal.store.StoredPolicy;
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

/** The policies of the caller's tenant. */
@Component(service = PolicyResource.class)
@PlexicaResource
@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission("core:policies:write")
public final class PolicyResource {

    private final PolicyService policies;

    @Activate
    public PolicyResource(@Reference PolicyService policies) {
        this.policies = policies;
    }

    /** A page of the policies. */
    @GET
    @RequiresPermission("core:policies:read")
    public Page<PolicyView> list(@BeanParam PageQuery paging) {
        return policies.list(Here.tenant().slug(), paging).map(PolicyView::of);
    }

    /** Makes a policy. */
    @POST
    @Answers(value = PolicyView.class, status = 201)
    public Response create(@Nullable JsonNode body) {
        StoredPolicy policy = policies.create(Here.tenant().slug(), body, Author.caller());
        return answer(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/policies/" + policy.id()),
                policy);
    }

    /** One policy. */
    @GET
    @Path("/{id}")
    @RequiresPermission("core:policies:read")
    @Answers(PolicyView.class)
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), policies.get(Here.tenant().slug(), Paths.id(id)));
    }

    /** Replaces a policy. */
    @PUT
    @Path("/{id}")
    @Answers(PolicyView.class)
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return answer(
                Response.ok(),
                policies.replace(Here.tenant().slug(), Paths.id(id), body, IfMatch.of(ifMatch), Author.caller()));
    }

    /** Changes parts of a policy. */
    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(PolicyView.class)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(
                Response.ok(),
                policies.patch(Here.tenant().slug(), Paths.id(id), patch, IfMatch.of(ifMatch), Author.caller()));
    }

    /** Deletes a policy. */
    @DELETE
    @Path("/{id}")
    @Answers(value = void.class, status = 204)
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        policies.delete(Here.tenant().slug(), Paths.id(id), IfMatch.of(ifMatch), Author.caller());
        return Response.noContent().build();
    }

    private static Response answer(Response.ResponseBuilder response, StoredPolicy policy) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(policy.version()))
                .entity(PolicyView.of(policy))
                .build();
    }
}
