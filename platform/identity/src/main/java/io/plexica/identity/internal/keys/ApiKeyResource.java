package io.plexica.identity.internal.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.identity.internal.keys.ApiKeyBodies.Draft;
import io.plexica.identity.internal.keys.ApiKeyBodies.Revealed;
import io.plexica.identity.internal.keys.ApiKeyBodies.Rotation;
import io.plexica.identity.internal.keys.ApiKeyBodies.Shown;
import io.plexica.identity.internal.keys.ApiKeyService.Made;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
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

/** The API keys of the caller's tenant; for a super admin who names none, those of the platform. */
@Component(service = ApiKeyResource.class)
@PlexicaResource
@Path("/api-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ApiKeyResource {

    private static final String READ = "core:api-keys:read";
    private static final String WRITE = "core:api-keys:write";

    private final ApiKeyService keys;

    @Activate
    public ApiKeyResource(@Reference ApiKeyService keys) {
        this.keys = keys;
    }

    /** A page of the keys, without their secrets. */
    @GET
    @RequiresPermission(READ)
    public Page<Shown> list(@BeanParam PageQuery paging) {
        return keys.list(here(), paging);
    }

    /** Makes a key; the answer alone shows it whole. */
    @POST
    @RequiresPermission(WRITE)
    @Answers(value = Revealed.class, status = 201)
    public Response create(Draft draft) {
        Made made = keys.create(here(), draft);
        return secret(Response.status(Response.Status.CREATED), made)
                .header(HttpHeaders.LOCATION, "/api/v1/api-keys/" + made.key().id())
                .build();
    }

    /** One key, without its secret. */
    @GET
    @Path("/{id}")
    @RequiresPermission(READ)
    @Answers(Shown.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(keys.get(here(), id));
    }

    /** Changes name, permissions or expiry. */
    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RequiresPermission(WRITE)
    @Answers(Shown.class)
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(keys.edit(here(), id, patch, IfMatch.of(ifMatch)));
    }

    /** Gives a key a new secret; the answer alone shows it. */
    @POST
    @Path("/{id}/rotate")
    @RequiresPermission(WRITE)
    @Answers(Revealed.class)
    public Response rotate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Rotation rotation) {
        Long overlap = rotation == null ? null : rotation.overlapSeconds();
        Made made = keys.rotate(here(), id, overlap, IfMatch.of(ifMatch));
        return secret(Response.ok(), made).build();
    }

    /** Ends a key. */
    @DELETE
    @Path("/{id}")
    @RequiresPermission(WRITE)
    public void revoke(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        keys.revoke(here(), id, IfMatch.of(ifMatch));
    }

    private static @Nullable String here() {
        Tenant tenant = Contexts.require().tenant();
        return tenant == null ? null : tenant.slug();
    }

    private static Response answer(ApiKey key) {
        return Response.ok(Shown.of(key))
                .header(HttpHeaders.ETAG, IfMatch.tag(key.version()))
                .build();
    }

    private static Response.ResponseBuilder secret(Response.ResponseBuilder response, Made made) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, IfMatch.tag(made.key().version()))
                .entity(Revealed.of(made.key(), made.text()));
    }
}
