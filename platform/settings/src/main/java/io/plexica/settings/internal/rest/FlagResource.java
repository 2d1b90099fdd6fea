package io.plexica.settings.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.settings.internal.Flag;
import io.plexica.settings.internal.FlagBody;
import io.plexica.settings.internal.FlagJson;
import io.plexica.settings.internal.FlagPages;
import io.plexica.settings.internal.FlagService;
import io.plexica.spi.web.IfMatch;
import io.plexica.spi.web.SuperAdminOnly;
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

/** Feature flags over REST, for super admins. */
@Component(service = FlagResource.class)
@PlexicaResource
@Path("/feature-flags")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class FlagResource {

    private final FlagService flags;

    @Activate
    public FlagResource(@Reference FlagService flags) {
        this.flags = flags;
    }

    /** A page of the flags. */
    @GET
    public Page<FlagJson> list(@BeanParam PageQuery paging) {
        return FlagPages.page(flags.all(), paging).map(FlagJson::of);
    }

    /** Makes a flag. */
    @POST
    @Answers(value = FlagJson.class, status = 201)
    public Response create(@Nullable FlagBody body) {
        Flag flag = flags.create(body);
        return answer(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/feature-flags/" + flag.key()),
                flag);
    }

    /** One flag. */
    @GET
    @Path("/{key}")
    @Answers(FlagJson.class)
    public Response get(@PathParam("key") String key) {
        return answer(Response.ok(), flags.get(key));
    }

    /** Replaces a flag. */
    @PUT
    @Path("/{key}")
    @Answers(FlagJson.class)
    public Response replace(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable FlagBody body) {
        return answer(Response.ok(), flags.replace(key, body, IfMatch.of(ifMatch)));
    }

    /** Changes a flag. */
    @PATCH
    @Path("/{key}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(FlagJson.class)
    public Response edit(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(Response.ok(), flags.edit(key, patch, IfMatch.of(ifMatch)));
    }

    /** Removes a flag. */
    @DELETE
    @Path("/{key}")
    public void delete(@PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        flags.delete(key, IfMatch.of(ifMatch));
    }

    private static Response answer(Response.ResponseBuilder response, Flag flag) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(flag.version()))
                .entity(FlagJson.of(flag))
                .build();
    }
}
